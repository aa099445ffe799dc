import type { ComponentId } from '../../vocabulary.ts'
import { met, needsHuman, notApplicable, rollUp, together, unknown, unmet } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { overLineage } from '../lineage.ts'
import { looked } from '../looking.ts'
import { judgeOpenness, nameOf } from '../openness.ts'
import { codeInRelease, componentPart } from '../parts.ts'
import { judgePresence, judgeRunning, judgeTrainingCode, libraryTerms } from '../presence.ts'

/** Code: what processed the data, trained and runs the model, and under which licenses. */
export const code = {
  'OSAID-C1': subject =>
    overLineage(subject, { part: 'openCode', open: 'needs-human', closed: 'unknown' }, () =>
      judgePresence(subject, 'data-preprocessing-code'),
    ),
  'OSAID-C2': subject =>
    overLineage(subject, { part: 'openCode', open: 'needs-human', closed: 'unmet' }, () => judgeTrainingCode(subject)),
  'OSAID-C3': present('evaluation-code'),
  'OSAID-C4': subject => {
    const found = judgePresence(subject, 'supporting-libraries')
    // asked for where it was used: a model that a library runs may have nothing of the kind
    return found.answer === 'unmet' && subject.case.library
      ? needsHuman(`No tokenizer or search code of its own was found; ${subject.case.library.name} runs the model.`, [
          subject.case.library.cited,
          ...found.cited,
        ])
      : found
  },
  'OSAID-C5': subject => judgeRunning(subject, 'inference-code'),
  'OSAID-C6': subject => judgeRunning(subject, 'model-architecture'),
  'OSAID-C7': judgeLicenses,
  'OSAID-C8': (_, row) => {
    const rows = [row('OSAID-C1'), row('OSAID-C2')] as const
    const { cited } = together(...rows)
    const answer = rollUp(rows.map(({ answer }) => answer))
    if (answer === 'unmet')
      return unmet(
        'The code is not the whole specification: code of the data processing or of the training is missing.',
        cited,
      )
    if (answer === 'unknown')
      return unknown('Whether the code is the whole specification cannot be asked before all of it was seen.', cited)
    return needsHuman(
      'Whether the code is the whole specification of the processing and the training is for a person.',
      cited,
    )
  },
} as const satisfies Record<string, Judge>

function present(id: ComponentId): Judge {
  return subject => judgePresence(subject, id)
}

/** Every code component in the release, and the public library that runs the model, by license. */
function judgeLicenses(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const here = codeInRelease(subject)
  const library = libraryTerms(subject)
  const judged = here.map(rights => judgeOpenness(componentPart(rights), 'approved', knowledge))
  const [first, ...more] = library ? [...judged, library] : judged
  if (!first) return notApplicable('No code was found in the release to be under a license.', looked(evidence))
  const all = together(first, ...more)
  if (all.answer !== 'met' || here.length === 0) return all
  const names = [...new Set(here.flatMap(({ readings }) => readings.map(nameOf)))].join(' and ')
  return met(`Every part of the code here is under ${names}, approved by OSI.`, all.cited)
}
