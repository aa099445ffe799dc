import type { Report } from '@unwash/core/report/report'
import { open } from './samples.ts'

/** A term that rests on the word of a person. */
export const signed: Report = {
  ...open,
  term: { ...open.term, id: 'open-source-ai', floor: 'open-source-ai', label: 'Open Source AI', signedOff: ['G7-D2'] },
  evaluations: [
    ...open.evaluations,
    {
      framework: 'g7-2026',
      edition: '2026',
      conclusion: 'open-source-ai',
      requirements: [
        {
          id: 'G7-D2',
          answer: 'met',
          because: 'The data information is complete.',
          cited: [{ path: 'README.md' }],
          rule: 'data information',
          signoff: {
            who: 'R. Marsh',
            on: '2026-11-20',
            why: 'the list is whole',
            cited: { path: 'signoff.yml', line: 2, endLine: 6, quote: 'requirement: G7-D2' },
          },
        },
      ],
    },
  ],
}

type Data = NonNullable<Report['components'][number]['data']>[number]

const parish: Data['sources'][number] = {
  name: 'Parish Letters',
  ladder: 'obtainable',
  where: 'https://data.example/parish',
  declared: 'cc-by-4.0',
  checked: ['cc-by-nc-4.0'],
  concluded: 'cc-by-nc-4.0',
  contents: 'unstated',
  obtainable: 'yes',
  cited: [{ path: 'README.md', line: 30, endLine: 30, quote: 'Parish Letters' }],
}
const ferry: Data['sources'][number] = {
  ...parish,
  name: 'Ferry Tables',
  where: 'on request',
  declared: 'NONE',
  concluded: 'NOASSERTION',
}

/** Training data whose sets are named, one of them for two stages. */
export const named: Report = {
  ...open,
  components: open.components.map(component =>
    component.id === 'datasets'
      ? {
          ...component,
          ladder: 'listed',
          data: [stage('pre-training', [parish, ferry]), stage('post-training', [parish])],
        }
      : component,
  ),
}

function stage(name: Data['stage'], sources: Data['sources']): Data {
  return { stage: name, ladder: 'listed', sources, more: 0, cited: [{ path: 'README.md' }] }
}

/** The open model as a hub has it: with its task, its files and the day it was put there. */
export const published = {
  ...open,
  release: {
    ...open.release,
    source: 'hub',
    publisher: 'hedgerow',
    places: ['https://huggingface.co/hedgerow/wren-1b'],
  },
  about: {
    kind: 'model',
    task: 'text-generation',
    architecture: 'WrenForCausalLM',
    published: '2026-02-03',
    weights: ['a', 'b'].map(name => ({ path: `${name}.safetensors`, size: 9, sha256: name.repeat(64) })),
  },
} as const satisfies Report
