/** Which license a name, an expression, an address, a badge or a sentence speaks of. */
export { resolveBadge } from './names/badge.ts'
export { resolveLink } from './names/link.ts'
export { type Mention, mentionsIn } from './names/mentions.ts'
export { placeholderOf, resolveName } from './names/resolve.ts'
export { type ResolvedLicense, resolveId } from './names/resolved.ts'
