import * as z from 'zod'
import { ANSWERS } from '../../report/vocabulary.ts'
import { dated, id, line, lines } from './fields.ts'

/** `knowledge/frameworks/<id>.yml`: a published definition or rule, cut into questions. */
export const framework = z.strictObject({
  id,
  name: line,
  /** its name where there is little room */
  short: line.exactOptional(),
  edition: line,
  publisher: line,
  /** what must be said wherever a conclusion is shown */
  note: line.nullable().default(null),
  /** how its answers come to a conclusion, in our words */
  concludes: z.array(line).readonly().exactOptional(),
  ...dated,
  requirements: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[A-Z][A-Za-z0-9.-]*$/, 'a requirement id begins with a capital: letters, digits, dots, hyphens'),
        group: line,
        question: line,
        /**
         * `auto` decided by what is seen · `assist` seen, and for a person to complete · `human` never met by a program
         */
        automation: z.enum(['auto', 'assist', 'human']),
        /**
         * `required-by-faq` rests on the publisher's explanations, not on the text itself; `informative` never counts
         */
        severity: z.enum(['required', 'required-by-faq', 'informative']),
        /** its answer is said in words in every report, and not only counted */
        told: z.boolean().exactOptional(),
        /** what is looked at */
        evidence: lines,
        /** kinds of clauses it asks about */
        clauses: lines,
        answers: z.partialRecord(z.enum(ANSWERS), line),
        citation: line,
        source: line,
      }),
    )
    .min(1)
    .readonly()
    .refine(list => new Set(list.map(entry => entry.id)).size === list.length, 'a requirement id stands twice'),
})

export type Framework = Readonly<z.infer<typeof framework>>
/** One question of a framework, and what each answer to it means. */
export type FrameworkRequirement = Readonly<Framework['requirements'][number]>
