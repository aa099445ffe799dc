import { releaseAddress } from '../addresses.ts'
import { ask } from './ask.ts'
import { hereIn, linkFrom } from './here.ts'
import type { SetPage } from './messages.ts'

/** What a server would set of kept releases, where none answers: from the files that lie beside their pages. */

const json = async (address: URL): Promise<unknown> => {
  const answer = await fetch(address).catch(() => null)
  return answer?.ok ? answer.json() : null
}

/** The page for what stands in the address: several releases side by side, or one for a use. */
async function set(names: readonly string[], folders: readonly URL[], evidence: unknown): Promise<SetPage> {
  const reports = await Promise.all(folders.map(folder => json(new URL('report.json', folder))))
  const { answered } = await ask('set', {
    reports: reports.filter(report => report !== null),
    missing: names.filter((_, at) => reports[at] === null),
    search: location.search,
    evidence,
    here: hereIn(),
  })
  return answered
}

/** Answers for the use that is stated in the form of a release, or in its address. */
export function answerUse(form: HTMLFormElement): void {
  const place = document.querySelector('#use')
  const before = [...(place?.childNodes ?? [])]
  const folder = new URL('./', location.href)
  const show = async () => {
    if (location.search === '') return place?.replaceChildren(...before)
    const { html } = await set([], [folder], await json(new URL('evidence.json', folder)))
    const page = document.createElement('template')
    // the worker set it, with every word of others escaped
    page.innerHTML = html
    return place?.replaceChildren(...(page.content.querySelector('#use')?.childNodes ?? []))
  }
  const tell = () => {
    show().catch(error => {
      if (place) place.textContent = error instanceof Error ? error.message : String(error)
    })
  }
  form.addEventListener('change', () => {
    const stated = [...new FormData(form)]
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, `${value}`])
    const query = new URLSearchParams(stated).toString()
    history.replaceState(null, '', location.pathname + (query === '' ? '' : `?${query}`))
    tell()
  })
  form.addEventListener('submit', event => event.preventDefault())
  const query = new URLSearchParams(location.search)
  for (const field of form.querySelectorAll('input'))
    if (field.type === 'checkbox') field.checked = query.getAll('do').includes(field.value)
    else field.value = query.get(field.name) ?? ''
  if (location.search !== '') tell()
}

const compared = document.querySelector<HTMLElement>('[data-mount="kept"]')
const names = new URLSearchParams(location.search).getAll('release').slice(0, 5)
if (compared && !hereIn().served && names.length > 0)
  set(
    names,
    names.map(name => linkFrom(`${releaseAddress(name)}/`)),
    null,
  ).then(
    ({ html }) => {
      compared.innerHTML = html
    },
    error => compared.prepend(error instanceof Error ? error.message : String(error)),
  )
