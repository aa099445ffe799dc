import { releaseAddress } from '../addresses.ts'
import { ask } from './ask.ts'
import { hereIn, linkFrom } from './here.ts'

/** Sets in the page what a server would set, where none answers: releases side by side, or one for a use. */
async function set(
  place: HTMLElement,
  addresses: readonly (readonly [name: string, address: string])[],
): Promise<void> {
  const found = await Promise.all(
    addresses.map(async ([name, address]) => {
      const answer = await fetch(linkFrom(`${address}/report.json`)).catch(() => null)
      return { name, report: answer?.ok ? ((await answer.json()) as unknown) : null }
    }),
  )
  const { answered } = await ask('set', {
    reports: found.flatMap(({ report }) => report ?? []),
    missing: found.flatMap(({ name, report }) => (report === null ? [name] : [])),
    search: location.search,
    links: (place.dataset.texts ?? '').split('\n'),
    here: hereIn(),
  })
  // the worker set it, with every word of others escaped
  place.innerHTML = answered.html
}

const { served } = hereIn()
const place = document.querySelector<HTMLElement>('[data-mount="kept"]')
const query = new URLSearchParams(location.search)
const chosen = query.getAll('release')
const trouble = (error: unknown) => {
  if (place) place.prepend(error instanceof Error ? error.message : String(error))
}
if (place && !served && chosen.length > 0)
  set(
    place,
    chosen.slice(0, 5).map(name => [name, releaseAddress(name)]),
  ).catch(trouble)
else if (place?.dataset.release && !served && query.size > 0)
  set(place, [[place.dataset.release, place.dataset.release]]).catch(trouble)
