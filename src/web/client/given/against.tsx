import { useEffect, useState } from 'preact/hooks'
import { releaseAddress, tableAddress } from '../../addresses.ts'
import { hereIn, linkFrom } from '../here.ts'

/** A kept release that claims are checked against. */
export interface Kept {
  readonly name: string
  readonly report: unknown
}

/** names that are offered at once */
const OFFERED = 20

/** Chooses a kept release to check claims against; its name stands in the address. */
export function Against({ kept, onKept }: { kept: Kept | null; onKept: (kept: Kept | null) => void }) {
  const [names, setNames] = useState<readonly string[]>([])
  const [says, setSays] = useState('')
  const choose = async (name: string) => {
    setSays('')
    const address = new URL(location.href)
    if (name === '') address.searchParams.delete('of')
    else address.searchParams.set('of', name)
    history.replaceState(null, '', address)
    if (name === '') return onKept(null)
    try {
      onKept({ name, report: await json(`${releaseAddress(name)}/report.json`) })
    } catch {
      onKept(null)
      setSays(`No release is kept here under the name ${name}.`)
    }
  }
  useEffect(() => {
    const given = new URLSearchParams(location.search).get('of')
    if (given) void choose(given)
  }, [])
  const offer = async (part: string) => {
    const query = hereIn().served ? `?name=${encodeURIComponent(part)}&limit=${OFFERED}` : ''
    const rows = (await json(`${tableAddress('releases.json')}${query}`).catch(() => [])) as { name: string }[]
    setNames(
      rows
        .map(({ name }) => name)
        .filter(name => name.includes(part))
        .slice(0, OFFERED),
    )
  }
  return (
    <p class="against">
      <label>
        Against a release that is kept here{' '}
        <input
          list="kept"
          placeholder="org/model"
          defaultValue={kept?.name ?? new URLSearchParams(location.search).get('of') ?? ''}
          onFocus={() => void offer('')}
          onInput={event => void offer(event.currentTarget.value)}
          onChange={event => void choose(event.currentTarget.value.trim())}
        />
      </label>
      <datalist id="kept">
        {names.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>{' '}
      <span aria-live="polite" class={says === '' ? 'faint small' : 'bad'}>
        {says || (kept ? 'Its report is fetched; your text stays here.' : 'Else against dated facts of what it names.')}
      </span>
    </p>
  )
}

async function json(address: string): Promise<unknown> {
  const answer = await fetch(linkFrom(address))
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}
