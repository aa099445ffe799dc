import type { RefObject } from 'preact'
import { inWords } from '../../../reports/counts.ts'
import type { LicenseView } from './view.ts'

/** What a text is: its name, its class, and how it stands to the text that is known. */
export function Identity({
  license,
  title,
}: {
  license: LicenseView
  title: RefObject<HTMLHeadingElement | null> | null
}) {
  return (
    <header class="identity">
      <h2 {...(title ? { ref: title } : {})} tabIndex={-1}>
        {license.title}
      </h2>
      <p class={license.open ? 'class open' : 'class'}>{license.className}</p>
      <p>
        Its text:{' '}
        <span class={license.exact ? 'good' : 'ask'}>
          {license.match}
          {license.nearest && `: ${license.nearest}`}
        </span>
        {license.twins.length > 0 && `, word for word also ${inWords(license.twins.slice(0, 3))}`}
        {license.language && `. Read as ${license.language}`}
      </p>
      <p>
        {license.grants.length > 0 ? (
          <>
            Grants: <span class="good">{inWords(license.grants)}</span>
          </>
        ) : (
          <>
            Grants: <span class="bad">nothing that was recognized</span>
          </>
        )}
        {license.grants.length > 0 && license.missingGrants.length > 0 && (
          <>
            ; no grant found of: <span class="ask">{inWords(license.missingGrants)}</span>
          </>
        )}
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
