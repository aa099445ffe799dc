import type { Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { badgeWords } from '@unwash/reporters/badge'
import type { SectionOf } from '@unwash/reporters/reporter'
import { doubts } from '@unwash/reporters/sections/can-i'
import { frameworks } from '@unwash/reporters/sections/frameworks'
import { licenses } from '@unwash/reporters/sections/licenses'
import { lineage } from '@unwash/reporters/sections/lineage'
import {
  alternatives,
  corrections,
  moveUp,
  notes,
  questions,
  readings,
  signoffs,
  unread,
  whereToLook,
  why,
} from '@unwash/reporters/sections/lists'
import { count } from '@unwash/reporters/words/counts'
import { ADDRESSES, CARD, QUESTIONS } from '../../addresses.ts'
import { anchorOf } from '../names.tsx'
import type { Shown } from '../setting.ts'
import { useSetting } from '../setting.ts'
import { Blocks, Folded, Places } from '../spans.tsx'

/** What was not understood, and why it matters: doubts, files that were not read, and questions for somebody. */
export function UnreadList({ report, address }: { report: Report; address: string }) {
  const { names, link, served } = useSetting()
  const parts = [doubts, unread, questions, readings].flatMap(section => section(report, names) ?? [])
  if (parts.length === 0) return null
  return (
    <Folded id="unread" title="Not understood, or not proven">
      {parts.map(({ heading, blocks }) => (
        <details key={heading} open={heading === parts[0]?.heading}>
          <summary>{heading}</summary>
          <Blocks blocks={blocks} />
        </details>
      ))}
      {served && report.questions?.length ? (
        <p>
          <a href={link(`${address}/${QUESTIONS}`)}>Answer them</a>
        </p>
      ) : null}
    </Folded>
  )
}

/** Other forms of the same, and what to paste elsewhere. */
export function Share({ shown, address }: { shown: Shown; address: string }) {
  const { link, origin, names, served } = useSetting()
  const { report } = shown
  const at = `${origin ?? ''}${address}`
  const words = plain(badgeWords(report, names)).replace(/[[\]<>"\\]/g, '')
  const snippets = [
    ['Markdown', `[![AI openness: ${words}](${at}/badge.svg)](${at})`],
    ['HTML', `<a href="${at}"><img src="${at}/badge.svg" alt="AI openness: ${words}"></a>`],
  ] as const
  const files = [
    ['Memo for counsel', 'memo'],
    ['JSON', 'report.json'],
    ['AI-BOM (CycloneDX)', 'bom.cdx.json'],
    ['Badge', 'badge.svg'],
    ['Card (SVG)', 'card.svg'],
    ...(shown.picture && served ? ([['Card (PNG)', CARD]] as const) : []),
    ...(shown.evidence ? ([['Evidence', 'evidence.json']] as const) : []),
  ] as const
  return (
    <section aria-labelledby="take" class="take kept">
      <h2 id="take">Take it with you</h2>
      <p class="actions">
        {files.map(([name, file]) => (
          <a key={file} class="button" href={link(`${address}/${file}`)}>
            {name}
          </a>
        ))}
      </p>
      <details>
        <summary>Badge for a README</summary>
        {origin === null ? (
          <p class="small ask">
            These lead here alone (<code>--origin https://…</code> names this place to the world). Elsewhere, save the
            badge beside the README, and write <code>![AI openness: {words}](badge.svg)</code>.
          </p>
        ) : null}
        {snippets.map(([name, snippet]) => (
          <p key={name} class="snippet">
            {name} <code data-copy={name}>{snippet}</code>
          </p>
        ))}
      </details>
    </section>
  )
}

/** What is folded away, each under a name of its own. */
const DETAILS: readonly (readonly [id: string, section: SectionOf])[] = [
  ['why', why],
  ['to-move-up', moveUp],
  ['alternatives', alternatives],
  ['lineage', lineage],
  ['licenses', licenses],
  ['frameworks', frameworks],
  ['signoffs', signoffs],
  ['where-to-look', whereToLook],
  ['notes', notes],
]

/** The details, and how to correct them. */
export function Details({ report, address }: { report: Report; address: string }) {
  const { names, link } = useSetting()
  const corrected = corrections(report, names)
  return (
    <Folded id="details" title="Details">
      {DETAILS.map(([id, section]) => {
        const part = section(report, names)
        return part === null ? null : (
          <details key={id} id={id}>
            <summary>{part.heading}</summary>
            <Blocks blocks={part.blocks.filter(block => block.kind !== 'fold' || !block.aside)} />
            {id === 'frameworks' ? (
              <a class="kept" href={link(`${address}/frameworks`)}>
                Every answer
              </a>
            ) : null}
          </details>
        )
      })}
      <OtherFindings report={report} />
      <details id="corrections" open={corrected !== null}>
        <summary>Corrections and replies</summary>
        {corrected === null ? <p>None yet.</p> : <Blocks blocks={corrected.blocks} />}
        <p>
          Is something wrong, or missing? <a href={link(ADDRESSES.corrections)}>Ask for a correction</a>: name the
          release, its revision, and the finding, by the address of its line here.
        </p>
      </details>
      <p class="small faint">
        Read by unwash {report.unwash.version} with knowledge of {report.unwash.knowledge}.
      </p>
    </Folded>
  )
}

/** The findings that no other part shows, so that each id leads somewhere. */
function OtherFindings({ report }: { report: Report }) {
  const shown = new Set(report.term.because)
  const others = report.findings.filter(finding => !shown.has(finding.id))
  if (others.length === 0) return null
  return (
    <details class="others">
      <summary>{count(others.length, 'other finding')}</summary>
      <ul>
        {others.map(finding => (
          <li key={finding.id} id={anchorOf(finding.id)}>
            {plain(finding.says)} <Places cited={finding.cited} most={2} />
          </li>
        ))}
      </ul>
    </details>
  )
}
