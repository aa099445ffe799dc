import { count } from '@unwash/reporters/words/counts'
import { SORTS, type SortKey } from '@unwash/survey/store/query'
import { fileOf } from '../addresses.ts'
import { type AskedRows, type SortedRow, tableOf } from '../ordered.ts'
import { saveAs } from './here.ts'

/** as many as stand side by side */
const MOST_COMPARED = 5

/** Lets no more releases be chosen than can be compared, and says how many are. */
function limitChoice(place: HTMLElement): void {
  const boxes = [...place.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=release]')]
  const button = place.querySelector<HTMLButtonElement>('button[type=submit]')
  if (boxes.length === 0 || !button) return
  const label = button.textContent ?? ''
  const look = () => {
    const chosen = boxes.filter(box => box.checked).length
    for (const box of boxes) box.disabled = !box.checked && chosen >= MOST_COMPARED
    button.disabled = chosen < 2
    button.textContent = chosen === 0 ? label : `${label} (${chosen})`
  }
  place.addEventListener('change', look)
  // a browser that comes back keeps what was chosen
  addEventListener('pageshow', look)
  look()
}

/** what is not in the rows has to be asked of the server */
const NOT_HERE = 'clause'

type Order = Pick<AskedRows, 'sort' | 'descending'>

/** Sorts and filters in the page, at once: every release is in the table. The address says what is shown. */
function enliven(place: HTMLElement): void {
  const rows = [...place.querySelectorAll<HTMLElement>('tr[data-row]')]
  const body = rows[0]?.parentElement
  const caption = place.querySelector('caption')
  if (!body || !caption) return
  // the server wrote it: this is the parser's edge
  const ask = tableOf(rows.map(row => JSON.parse(row.dataset.row ?? '{}') as SortedRow))
  const form = document.querySelector<HTMLFormElement>('search form')
  const served = document.documentElement.dataset.served === 'yes'
  caption.setAttribute('aria-live', 'polite')
  const all = caption.textContent
  const given = new URLSearchParams(location.search)
  let order: Order = {
    sort: SORTS.find(one => one === given.get('sort')) ?? 'name',
    descending: given.get('descending') === 'true',
  }

  const show = () => {
    const asked: AskedRows = { filters: form ? filtersIn(form) : new Map(), ...order }
    const fits = ask(asked)
    const shown = new Set(fits)
    body.append(...fits.flatMap(at => rows[at] ?? []))
    rows.forEach((row, at) => {
      row.hidden = !shown.has(at)
    })
    if (fits.length < rows.length) caption.textContent = `${fits.length} of ${count(rows.length, 'release')}`
    else caption.textContent = all
    for (const head of place.querySelectorAll<HTMLElement>('th[data-sort]')) markHead(head, order)
    history.replaceState(null, '', addressOf(asked))
    follow(ask, asked)
  }

  for (const head of place.querySelectorAll<HTMLElement>('th[data-sort]'))
    sortable(head, sort => {
      order = { sort, descending: order.sort === sort && !order.descending }
      show()
    })
  if (form) filterable(form, served, show)
}

/** Has the plots and the files follow what is filtered here. */
function follow(ask: (asked: AskedRows) => readonly number[], asked: AskedRows): void {
  const { search } = location
  if (document.documentElement.dataset.served === 'yes')
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-follows]')) {
      link.search = search
      link.download = fileOf(link.pathname.replace(/^.*\//, ''), search, new Date().toISOString().slice(0, 10))
    }
  // what is not in the rows cannot be counted anew
  for (const years of document.querySelectorAll<HTMLElement>('.years')) years.hidden = asked.filters.size > 0
  for (const plot of document.querySelectorAll('.bars')) {
    const rows = [...plot.querySelectorAll<HTMLElement>('tr[data-of]')].map(row => {
      const filters = new Map([...asked.filters, ...new URLSearchParams(row.dataset.of)])
      return { row, count: ask({ ...asked, filters }).length }
    })
    const most = Math.max(1, ...rows.map(({ count }) => count))
    for (const { row, count } of rows) {
      row.hidden = count === 0
      row.querySelector('rect')?.setAttribute('width', String((100 * count) / most))
      row.querySelector('td:last-child')?.replaceChildren(count.toLocaleString('en'))
    }
  }
}

/** Makes the head of a column sort: the link that it holds, or a button in its place. */
function sortable(head: HTMLElement, sortBy: (sort: SortKey) => void): void {
  const sort = SORTS.find(one => one === head.dataset.sort)
  if (sort === undefined) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'sort'
  button.textContent = (head.querySelector('a') ?? head).firstChild?.textContent?.trim() ?? ''
  button.addEventListener('click', () => sortBy(sort))
  head.replaceChildren(button)
}

function markHead(head: HTMLElement, { sort, descending }: Order): void {
  if (head.dataset.sort === sort) head.setAttribute('aria-sort', descending ? 'descending' : 'ascending')
  else head.removeAttribute('aria-sort')
}

/** Filters while it is typed; a field whose answer is not in the rows still asks the server. */
function filterable(form: HTMLFormElement, served: boolean, show: () => void): void {
  const fields = new URLSearchParams(location.search)
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue
    if (served) continue
    // no server wrote what stands in the address
    field.value = fields.get(field.name) ?? ''
    if (field.name === NOT_HERE) field.closest('label')?.setAttribute('hidden', '')
  }
  form.addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.getAttribute('name') === NOT_HERE) form.requestSubmit()
    else show()
  })
  form.addEventListener('submit', event => {
    if (!served) event.preventDefault()
  })
  form.closest('search')?.removeAttribute('hidden')
  if (!served) form.querySelector('button[type=submit]')?.setAttribute('hidden', '')
  show()
}

const filtersIn = (form: HTMLFormElement): ReadonlyMap<string, string> =>
  new Map(
    [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && value.trim() !== '' && !/^(?:sort|descending)$/.test(name)
        ? [[name, value.trim()]]
        : [],
    ),
  )

/** The address at which the server shows the same. */
function addressOf({ filters, sort, descending }: AskedRows): string {
  const query = new URLSearchParams([...filters])
  if (sort !== 'name' || descending) query.set('sort', sort)
  if (descending) query.set('descending', 'true')
  const words = query.toString()
  return words === '' ? location.pathname : `${location.pathname}?${words}`
}

/** Beside each plot that can be had as SVG, the same as PNG, drawn here. */
function offerPng(link: HTMLAnchorElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'plain'
  button.textContent = 'PNG'
  button.addEventListener('click', async () => {
    const picture = new Image()
    picture.src = link.href
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.width * SHARP
    canvas.height = picture.height * SHARP
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    canvas.toBlob(blob => {
      if (blob) saveAs(link.download.replace(/svg$/, 'png'), blob)
    })
  })
  link.after(button)
}
/** pixels of the picture for one of the drawing: it is printed too */
const SHARP = 2

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-picture]')) offerPng(link)
const root = document.querySelector<HTMLElement>('[data-mount="explore"]')
if (root) {
  limitChoice(root)
  if (root.dataset.whole === 'yes') enliven(root)
}
