/** Which license a name, an expression, an address, a badge or a sentence speaks of. */
export { resolveBadge } from './badge.ts'
export { resolveLink } from './link.ts'
export { licensesMentionedIn } from './mentions.ts'
export { placeholderOf, resolveName } from './resolve.ts'
export { type ResolvedLicense, resolveId } from './resolved.ts'
