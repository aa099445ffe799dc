/** Which known license text a text is, and in what it differs: "MIT plus a paragraph" is never MIT. */
export { buildIndex, type Catalog } from './catalog.ts'
export { type Fingerprint, fingerprint } from './fingerprint.ts'
export { type IdentityContext, identify } from './identify.ts'
export type { Identity, Missing } from './identity.ts'
export { readResidue } from './residue.ts'
export { decodeFingerprints, encodeFingerprints } from './shipped.ts'
