/** A decision of the program turned around: words of a file of `packages/core/src`, what stands in their place, and who sees it. */
export interface Mutant {
  readonly id: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** test files of which at least two tests fail */
  readonly tests: readonly string[]
}

const DECISIONS = 'packages/library/test/decisions.test.ts'

export const MUTANTS: readonly Mutant[] = [
  {
    id: 'a revenue cap becomes non-commercial',
    file: 'licenses/class.ts',
    from: "leastOpen(scaled ? classes.filter(id => id !== 'non-commercial') : classes)",
    to: 'leastOpen(classes)',
    tests: [DECISIONS],
  },
  {
    id: 'claims on the work of others count',
    file: 'claims/whose/others.ts',
    from: 'if (voice.owners.length === 0 || voice.uses) return false',
    to: 'return false',
    tests: [DECISIONS],
  },
  {
    id: 'a short prompt before a download is not read',
    file: 'licenses/prose/prompt.ts',
    from: 'if (!prompt) return []',
    to: 'if (!prompt || prompt.text.length < 200) return []',
    tests: [DECISIONS],
  },
  {
    id: 'what nobody understood under a heading of terms leaves them open',
    file: 'licenses/prose/takes.ts',
    from: 'return { ...suspected, clauses, sure: true }',
    to: 'return suspected',
    tests: [DECISIONS],
  },
  {
    id: "a restriction of others' work reaches the weights",
    file: 'terms/statements/taken.ts',
    from: 'if (!others && !madeFrom) return takes',
    to: 'if (text) return takes',
    tests: [DECISIONS],
  },
  {
    id: 'what is certainly taken outside of terms is only doubted',
    file: 'licenses/prose/takes.ts',
    from: "if (is === 'certain') return { ...suspected, sure: true }",
    to: "if (is === 'certain') return suspected",
    tests: [DECISIONS],
  },
  {
    id: 'an unread legal file does not lower the floor',
    file: 'terms/doubts.ts',
    from: 'const floor = [...model.floor, ...added]',
    to: 'const floor = [...model.floor]',
    tests: [DECISIONS],
  },
  {
    id: 'what is presumed counts as stated',
    file: 'verdict/index.ts',
    from: "floor: basis === 'presumed' && concluded !== 'weights-available-ai' ? 'undetermined' : concluded,",
    to: 'floor: concluded,',
    tests: [DECISIONS],
  },
  {
    id: "the floor is the ceiling's reading",
    file: 'verdict/license-term.ts',
    from: 'const floor = judge(model.floor)',
    to: 'const floor = judge(model.ceiling)',
    tests: [DECISIONS],
  },
  {
    id: 'every known text is approved by the OSI',
    file: 'licenses/conclude.ts',
    from: 'osiApproved: same && exact && resolved.osiApproved,',
    to: 'osiApproved: same && exact,',
    tests: [DECISIONS],
  },
  {
    id: "a base's terms are not inherited",
    file: 'terms/inherited/index.ts',
    from: "if (!reading || reading.openness === 'open') return rights",
    to: 'return rights',
    tests: [DECISIONS],
  },
  {
    id: 'a ban is read as a grant',
    file: 'modality/said.ts',
    from: 'const { kind, wording, mode, marks, turns } = ready',
    to: "const { kind, wording, marks, turns } = ready\n  const mode = ready.mode === 'ban' ? 'grant' : ready.mode",
    tests: [DECISIONS],
  },
  {
    id: 'the Union is where it is not named',
    file: 'frameworks/eu-ai-act/clauses.ts',
    from: 'namesUnion(parameters.territories))',
    to: '!namesUnion(parameters.territories))',
    tests: [DECISIONS],
  },
]
