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

/** The page of the release that is shown, for the use that stands in its address. */
export async function pageForUse(): Promise<string> {
  const folder = new URL('./', location.href)
  return (await set([], [folder], await json(new URL('evidence.json', folder)))).html
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
