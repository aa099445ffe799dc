import { createRequire } from 'node:module'

/** License texts for tests: SPDX's as the list's package has them, and restricted ones that nobody uses. */

const list: unknown = createRequire(import.meta.url)('spdx-license-list/full')

/** A text of the SPDX license list. */
export function spdx(id: string): string {
  const entry =
    typeof list === 'object' && list !== null ? Object.entries(list).find(([name]) => name === id)?.[1] : null
  const text = entry && 'licenseText' in entry ? entry.licenseText : null
  if (typeof text !== 'string') throw new Error(`the SPDX list has no text of ${id}`)
  return text
}

/** Only for what is not a business. */
export const QUAY = `QUAY MODEL LICENSE

Marsh Lab grants you a worldwide, royalty-free license to use, copy, change and distribute the weights.

You may not use the weights for any commercial purpose.
`

/** For everybody, as long as they are small. */
export const PIER = `PIER COMMUNITY LICENSE

Marsh Lab grants you a worldwide, royalty-free license to use, copy, modify and distribute the Materials.

If your products have more than 50 million monthly active users, you may not use the Materials without a separate
license that Marsh Lab grants you on request.
`

/** Grants everything, restricts nothing, and nobody has approved it. */
export const MEADOW = `MEADOW TERMS

Marsh Lab grants everyone a worldwide, royalty-free and perpetual license to use, copy, modify and distribute the weights.

The weights come without warranty.
`

/** A use policy that forbids something. */
export const POLICY = `Use policy

You may not use the model for military purposes or for the development of weapons.
`
