/** The folder with material of others. */
export const SHARED: string
/** The path of something in it; null, with a notice that names what is skipped, where it is not there. */
export function shared(path: string, what: string): string | null
/** A JSON Schema in it, in the same way. */
export function sharedSchema(path: string): Readonly<Record<string, unknown>> | null
/** The license texts in it, by name. */
export function sharedLicenses(most?: number): readonly (readonly [name: string, text: string])[]
