import type { Clause, License, TextCitation } from '../report/report.ts'

/** What a license lets people do, for "is this an open source license": the answer of one text or one declared name. */
export interface LicenseReading {
  /** the report's value: identity, class, clauses, grants, citations */
  readonly license: License
  /** OSI approved this very text */
  readonly osiApproved: boolean
  /** on the named, dated list of open terms that OSI has not approved */
  readonly conformant: boolean
  /** clauses that restrict use, study, modification or sharing by themselves */
  readonly bars: readonly Clause[]
  /** clauses that only a person can weigh */
  readonly asks: readonly Clause[]
  /**
   * `open`: an approved or conformant text, or one with only permissions added · `restricted`: something bars ·
   * `asks`: nothing bars, nobody approved it, or a clause is for a person · `unknown`: not read
   */
  readonly openness: 'open' | 'asks' | 'restricted' | 'unknown'
  /**
   * of a sentence that was not understood, and is no license of its own, the kinds of clause that it may be: it leaves
   * a doubt beside the terms
   */
  readonly doubt?: readonly string[]
  /** where in the text stands what is known of the license it is, or is titled as: by kind of clause and section */
  readonly places?: ReadonlyMap<string, TextCitation>
}
