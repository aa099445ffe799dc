import { useEffect, useRef, useState } from 'preact/hooks'
import { EVIDENCE, releaseAddress, tableAddress } from '../../addresses.ts'
import { hereIn, linkFrom } from '../here.ts'

/** A kept release that claims are checked against. */
export interface KeptReport {
  readonly name: string
  readonly report: unknown
  /** whether its texts are kept too */
  readonly texts: boolean
}

/** names that are offered at once */
const OFFERED = 20

/** Chooses a kept release to check claims against, by a part of its name; its name stands in the address. */
export function Against({ kept, onKept }: { kept: KeptReport | null; onKept: (kept: KeptReport | null) => void }) {
  const [names, setNames] = useState<readonly string[]>([])
  const [says, setSays] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const choose = async (given: string) => {
    setSays('')
    const found = given === '' ? [] : await named(given)
    const name = found.find(one => one === given) ?? (found.length === 1 ? found[0] : undefined)
    const report = name && (await answered(`${releaseAddress(name)}/report.json`).then(one => one?.json()))
    const address = new URL(location.href)
    if (name && report) address.searchParams.set('of', name)
    else if (given === '') address.searchParams.delete('of')
    history.replaceState(null, '', address)
    if (!name || !report) {
      onKept(null)
      if (given !== '')
        setSays(found.length > 1 ? `Which: ${found.join(', ')}?` : `No release is kept here under the name ${given}.`)
      return
    }
    if (field.current) field.current.value = name
    onKept({ name, report, texts: (await answered(`${releaseAddress(name)}/${EVIDENCE}`, 'HEAD')) !== null })
  }
  useEffect(() => {
    const given = new URLSearchParams(location.search).get('of')
    if (given) void choose(given)
  }, [])
  return (
    <p class="against">
      <label>
        Against a release that is kept here{' '}
        <input
          ref={field}
          list="kept"
          placeholder="a part of its name"
          defaultValue={kept?.name ?? new URLSearchParams(location.search).get('of') ?? ''}
          onInput={event => void named(event.currentTarget.value).then(setNames)}
          onFocus={event => void named(event.currentTarget.value).then(setNames)}
          onChange={event => void choose(event.currentTarget.value.trim())}
        />
      </label>
      <datalist id="kept">
        {names.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <span aria-live="polite" class={says === '' ? 'faint small' : 'bad'}>
        {says || (kept ? 'Its report is fetched; your text stays here.' : 'Else against dated facts of what it names.')}
      </span>
    </p>
  )
}

/** The releases that are kept whose name holds a part, as many as are offered. */
async function named(part: string): Promise<readonly string[]> {
  const query = hereIn().served ? `?name=${encodeURIComponent(part)}&limit=${OFFERED}` : ''
  const rows = ((await (await answered(`${tableAddress('releases.json')}${query}`))?.json()) ?? []) as {
    readonly name: string
  }[]
  const names = rows.map(({ name }) => name).filter(name => name.toLowerCase().includes(part.toLowerCase()))
  return names.slice(0, OFFERED)
}

async function answered(address: string, method = 'GET'): Promise<Response | null> {
  const answer = await fetch(linkFrom(address), { method }).catch(() => null)
  return answer?.ok ? answer : null
}
