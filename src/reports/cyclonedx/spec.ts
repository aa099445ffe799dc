import { SPECS } from '../formats.ts'

/** An edition of CycloneDX. Consumers lag behind it: each is written so that it holds by its own schema. */
export type Spec = (typeof SPECS)[number]

/** the edition that is written unless another is asked for */
export const NEWEST: Spec = SPECS[0]

/** Whether an edition has claims, evidence and standards (`declarations` and `definitions`, from 1.6 on). */
export const hasDeclarations = (spec: Spec): boolean => spec !== '1.5'

/** Whether it tells a declared license from a concluded one (`acknowledgement`, from 1.6 on). */
export const hasAcknowledgement = (spec: Spec): boolean => spec !== '1.5'

/** Whether several license expressions may stand beside each other (from 1.7 on; before, one stands alone). */
export const hasExpressions = (spec: Spec): boolean => spec === '1.7'

/** Whether a place in a file may have its line (`evidence.occurrences`, from 1.6 on). */
export const hasLines = (spec: Spec): boolean => spec !== '1.5'
