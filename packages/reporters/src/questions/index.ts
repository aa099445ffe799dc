import type { Question, QuestionsReport } from '@unwash/core/report/question'
import { type Line, lines, list, look, NOT_ADVICE, type Page, type Section } from '../page.ts'
import type { ReportersOf } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { count } from '../words/counts.ts'
import { placesOf } from '../words/places.ts'

/** What is asked of a release, for whoever answers. */
function questionsPage({ release, term, questions, answered, refused }: QuestionsReport): Page {
  const open = questions.length === 0 ? 'nothing that an answer would change' : count(questions.length, 'question')
  return {
    subject: [
      look('strong', release.name),
      ...(answered > 0 ? [look('faint', `, ${count(answered, 'answer')} given`)] : []),
    ],
    title: `${term}: ${open}`,
    lead: refused.length > 0 ? [lines(...refused.map((says): Line => [look('ask', 'does not count: '), says]))] : [],
    sections: questions.map(one => sectionOf(one)),
    foot: [
      ...(questions.length > 0
        ? [
            [
              look('faint', 'Answer: '),
              look('code', 'unwash questions … --ask --by "Your Name" --readings readings.json'),
            ],
          ]
        : []),
      ...NOT_ADVICE,
    ],
  }
}

/**
 * One question, as a person reads it.
 * @param brief without what the answers mean
 */
export function sectionOf(
  { id, ask, of, sentence, heading, neighbours, options, matters = [], ...known }: Question,
  brief = false,
): Section {
  const said = (words: string, before: string) => words.split('\n').map((line): Line => [look('faint', before), line])
  const asked: Line[] = [
    ...(heading === '' ? [] : [[look('faint', 'under: '), heading] satisfies Line]),
    ...(neighbours.before === '' ? [] : [[look('faint', `before: ${neighbours.before}`)] satisfies Line]),
    ...(sentence === '' ? [] : said(sentence, '> ')),
    ...(neighbours.after === '' ? [] : [[look('faint', `after: ${neighbours.after}`)] satisfies Line]),
    [...placesOf([of], 1), look('faint', ` (question ${id})`)],
  ]
  const answers = options.map(({ id, says }): [Line, ...Line[]] => {
    const changes = matters.find(({ option }) => option === id)?.changes ?? []
    return [[look('code', id), ` ${says}`], ...changes.map((change): Line => [look('faint', change)])]
  })
  const meaning = [...said(known.definition, ''), ...said(known.falseFriends, 'Not to be taken for it: ')]
  return { heading: ask, blocks: [lines(...asked), list(answers), ...(brief ? [] : [lines(...meaning)])] }
}

const { terminal, json, markdown } = waysOf<QuestionsReport>(report => [questionsPage(report)])

/** The ways to show questions; the first is the usual one. */
export const questionsReporters: ReportersOf<QuestionsReport> = [terminal, json, markdown]
