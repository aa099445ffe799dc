/** What a page of a release, a receipt or a source can do with a script: copy, share, mark lines, answer at once. */

/** A button that copies what it stands for, and says so. */
function copier(label: string, words: () => string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'second copy'
  button.textContent = label
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard?.writeText(words()).then(
      () => true,
      () => false,
    )
    button.textContent = done ? 'Copied' : 'Not allowed to copy'
    setTimeout(() => {
      button.textContent = label
    }, 2_000)
  })
  return button
}

const said = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
const here = (hash = location.hash) => location.href.replace(/#.*$/s, '') + hash

for (const code of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  // a server that was not told its address knows it from here
  code.textContent = said(code).replace(/(["(])(?=\/)/g, `$1${location.origin}`)
  code.after(
    ' ',
    copier('Copy', () => said(code)),
  )
}
for (const item of document.querySelectorAll<HTMLElement>('.bound li[data-cite]'))
  item.lastElementChild?.append(
    ' ',
    copier('Copy citation', () => {
      const places = [...item.querySelectorAll<HTMLAnchorElement>('.at .place')].map(place =>
        place.rel === 'noreferrer' ? `${said(place)}, ${place.href}` : said(place),
      )
      const hash = item.querySelector('.perma')?.getAttribute('href') ?? ''
      const where = `${item.dataset.cite}, ${places.join(', ')}${said(item.querySelector('.named'))}`
      const words = said(item.querySelector('blockquote'))
      return `“${words}” (${where}), ${said(document.querySelector('h1'))}, ${here(hash)}`
    }),
  )
const share = document.querySelector<HTMLElement>('[data-share]')
share?.append(
  ' ',
  copier('Copy link', () => here()),
)

/** Marks the lines that the address names, and offers their words. */
function mark(): void {
  const [, from, to = from] = /^#L(\d+)(?:-L(\d+))?$/.exec(location.hash) ?? []
  const lines = [...document.querySelectorAll('.source li')]
  for (const [at, line] of lines.entries()) line.classList.toggle('marked', at + 1 >= Number(from) && at < Number(to))
  const original = document.querySelector<HTMLAnchorElement>('[data-original]')
  if (original && from) original.hash = location.hash.slice(1)
  const back = document.querySelector<HTMLAnchorElement>('[data-back]')
  const statement = lines.slice(Number(from) - 1, Number(to)).flatMap(line => [...line.querySelectorAll('a')])[0]
  if (!back || !statement) return
  back.href = statement.href
  back.textContent = 'Back to the statement'
}
if (document.querySelector('.source')) {
  addEventListener('hashchange', mark)
  mark()
  share?.append(
    ' ',
    copier('Copy citation', () => {
      const lines = [...document.querySelectorAll('.source li.marked')].map(line =>
        [...line.childNodes].map(node => (node instanceof Text ? node.data : '')).join(''),
      )
      const at = document.querySelector<HTMLAnchorElement>('[data-original]')?.href
      const words = lines.length > 0 ? `“${lines.join('\n')}” ` : ''
      return `${words}(${share.dataset.share}${at ? `, ${at}` : ''}), ${here()}`
    }),
  )
}

/** Answers for the use that is stated as it is stated; the address says it too. */
function enliven(form: HTMLFormElement, served: boolean): void {
  let asked = 0
  const place = document.querySelector('#use')
  const before = [...(place?.childNodes ?? [])]
  const show = async () => {
    const now = ++asked
    const stated = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    )
    const query = new URLSearchParams(stated).toString()
    const address = location.pathname + (query === '' ? '' : `?${query}`)
    if (served) {
      const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null)
      if (now !== asked || !answer) return
      put(await answer.text())
    }
    history.replaceState(null, '', address)
    // without a server what it would set is set here
    if (!served) await tell(query)
  }
  const put = (html: string) => {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const next = page.querySelector('#use') ?? page.querySelector('main')
    if (next) place?.replaceChildren(...next.childNodes)
  }
  const tell = async (query: string) => {
    if (query === '') return place?.replaceChildren(...before)
    const { pageForUse } = await import('./kept.ts')
    return pageForUse().then(put, error => {
      if (place) place.textContent = error instanceof Error ? error.message : String(error)
    })
  }
  form.addEventListener('change', show)
  form.addEventListener('submit', event => {
    event.preventDefault()
    show()
  })
  if (served || location.search === '') return
  // no server wrote what stands in the address
  const given = new URLSearchParams(location.search)
  for (const field of form.querySelectorAll('input'))
    if (field.type === 'checkbox') field.checked = given.getAll('do').includes(field.value)
    else field.value = given.get(field.name) ?? ''
  void tell(location.search)
}

// where there is room the style sheet shows what is folded: so it is told to those who hear it
if (matchMedia('(min-width: 42.01rem)').matches)
  for (const part of document.querySelectorAll<HTMLDetailsElement>('details.part')) part.open = true

const uses = document.querySelector<HTMLFormElement>('form.use')
if (uses) enliven(uses, document.documentElement.dataset.served === 'yes')

/** milliseconds until what each answer would change is asked for again: not where something was chosen */
const AGAIN = 3_000
if (document.querySelector('[data-waits]'))
  setInterval(() => {
    if (!document.querySelector('.asked :checked')) location.reload()
  }, AGAIN)
