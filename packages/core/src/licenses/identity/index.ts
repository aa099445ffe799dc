/** Which known license text a text is, and in what it differs: "MIT plus a paragraph" is never MIT. */

export { type IdentityContext, identify } from './identify.ts'
export { type Identity, unlike } from './identity.ts'
export { buildIndex, type Catalog } from './texts/catalog.ts'
export { fingerprint } from './texts/fingerprint.ts'
export { encodeIndex } from './texts/gram-index.ts'
export { decodeFingerprints, encodeFingerprints } from './texts/shipped.ts'
