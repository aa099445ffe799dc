import type { RefObject } from 'preact'
import { count, inWords } from '../../../reports/words/counts.ts'
import { Marks } from '../marked/marks.tsx'
import type { LicenseView } from './view.ts'

/** kinds and marks that are named above the text; the list beside it has all */
const SHOWN = 8

/**
 * What a text is: its name and its class; what it lets one do, what limits that, and what was not understood, as the
 * command says it; and how it stands to the text that is known.
 */
export function Identity(props: { license: LicenseView; title: RefObject<HTMLHeadingElement | null> | null }) {
  const { license, title } = props
  return (
    <header class="identity">
      <h2 {...(title ? { ref: title } : {})} tabIndex={-1}>
        {license.title}
      </h2>
      <p class={license.open ? 'class open' : 'class'}>{license.className}</p>
      <p>
        Grants:{' '}
        <span class={license.grants.length > 0 ? 'good' : 'bad'}>
          {inWords(license.grants) || 'nothing that was recognized'}
        </span>
        {license.grants.length > 0 && license.missingGrants.length > 0 && (
          <>
            ; no grant found of: <span class="ask">{inWords(license.missingGrants)}</span>
          </>
        )}
      </p>
      {(license.hasText || license.limits.length > 0) && (
        <p>
          Limits:{' '}
          {license.limits.length === 0 && (
            <span class={license.unread.length === 0 ? 'good' : 'ask'}>none that was recognized</span>
          )}
          {license.limits.slice(0, SHOWN).map(({ name, clauses }, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <span class="bad">{name}</span> <Marks numbers={clauses} />
            </span>
          ))}
          {license.limits.length > SHOWN && ` and ${license.limits.length - SHOWN} more`}
        </p>
      )}
      {license.unread.length > 0 && (
        <p>
          Not understood: <span class="open">{count(license.unread.length, 'part')}</span>{' '}
          <Marks numbers={license.unread.slice(0, SHOWN).map(({ number }) => number)} of="part" />
          {license.unread.length > SHOWN && ` and ${license.unread.length - SHOWN} more`}
          {license.unreadDecides
            ? '; until someone reads them, the text is not called open'
            : '; they may restrict more'}
        </p>
      )}
      <p>
        Its text:{' '}
        <span class={license.exact ? 'good' : 'ask'}>
          {license.match}
          {license.nearest && `: ${license.nearest}`}
        </span>
        {license.twins.length > 0 && `, word for word also ${inWords(license.twins.slice(0, 3))}`}
        {license.language && `. Read as ${license.language}`}
      </p>
      {license.calls.length > 0 && (
        <p>
          Calls itself:{' '}
          {license.calls
            .slice(0, 3)
            .map(says => `“${says}”`)
            .join(', ')}
        </p>
      )}
      {license.readWith.length > 0 && <p>Read with: {license.readWith.join(', ')}</p>}
    </header>
  )
}
