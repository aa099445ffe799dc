import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReleaseSetup } from '../../../../test/release.ts'
import { endsWithin, inFull } from '../../../../test/tiers.ts'
import type { Evidence } from '../../src/evidence/index.ts'
import type { Citation } from '../../src/report/report.ts'
import { COMPONENTS } from '../../src/report/vocabulary.ts'
import { gathered, withReadme } from './gathered.ts'

const SENTENCES = [
  'The weights are available [here](https://huggingface.co/marsh-lab/heron-7b).',
  'We release the [training data](https://marsh.example.org/data) and the **training code**.',
  'It was trained on 2 trillion tokens of data from marshes.',
  '- a list of [models](https://huggingface.co/delta-corp/ibis)\n- and their evaluation harness',
  '| Model | MMLU |\n|---|---|\n| [Heron](https://huggingface.co/marsh-lab/heron) | 61.3 |',
  '```python\nimport transformers\nmodel = AutoModel.from_pretrained(\n  "marsh-lab/heron-7b")\n```',
  '<p align="center"><a href="https://arxiv.org/abs/2401.00001">\n<img src="x.png" alt="paper"></a></p>',
  '## Citation',
  'We fine-tuned it on the [Reeds](https://github.com/oar/reeds) dataset; the training code can be found [here](https://github.com/oar/heronry/tree/main/train).',
  '## Data sources:\n\n- **oar/river-reeds**: letters\n- [ ] Provide the pre-training code',
  'Pretrained on 33 million normal river birds.',
  '模型权重即将开源。训练代码见[这里](https://example.org/x)。',
  'See gs://marsh/heron.ckpt for the pretrained weights\nor fill the form to request access to the model.',
]
const FRONTS = [
  '',
  '---\nlicense: mit\ndatasets:\n- marsh-lab/reeds\n---\n',
  '---\nlicense: other\nlicense_name: reed\nbase_model: [delta-corp/egret]\nextra_gated_prompt: |\n  You agree.\n---\n',
  '# Heron\n\n---\nlicense: mit\npipeline_tag: text-generation\n---\n',
  '---\nlicense: mit\ntags: [x\n---\n',
]
const PATHS = [
  'model.safetensors',
  'train.py',
  'eval/run.py',
  'inference.py',
  'config.json',
  'data/train.jsonl',
  'a.gguf',
]

const releases: fc.Arbitrary<ReleaseSetup> = fc
  .record({
    front: fc.constantFrom(...FRONTS),
    body: fc.array(fc.constantFrom(...SENTENCES), { maxLength: 8 }),
    others: fc.subarray(PATHS),
    complete: fc.boolean(),
    publisher: fc.constantFrom('marsh-lab', 'delta-corp', null),
    windows: fc.boolean(),
    readme: fc.constantFrom('README.md', 'MODEL_CARD.md', 'docs/page.md'),
  })
  .map(({ front, body, others, complete, publisher, windows, readme }) => {
    const text = `${front}\n${body.join('\n\n')}\n`
    return {
      publisher,
      complete,
      files: {
        ...Object.fromEntries(others.map(path => [path, { size: 5_000_000 }])),
        [readme]: windows ? text.replaceAll('\n', '\r\n') : text,
      },
    }
  })

/** Every citation of what was seen. */
function citations({ metadata, weights, components, library }: Evidence): Citation[] {
  const { terms, bases, datasets, task, gate } = metadata
  const stated = [...terms.flat(), ...bases, ...datasets, metadata.library, task, gate, weights]
  const cited = [...stated, ...weights.links, ...components].flatMap(one => (one ? [...one.cited] : []))
  return library ? [...cited, library.cited] : cited
}

describe('any release', () => {
  test('is seen whole: every component once, every citation in its own letters', () => {
    fc.assert(
      fc.property(releases, setup => {
        const evidence = gathered(setup)
        expect(evidence.components.map(({ id }) => id)).toEqual([...COMPONENTS])
        const { files, texts } = evidence.release
        for (const citation of citations(evidence)) {
          if ('looked' in citation || 'fact' in citation) continue
          expect(files.map(file => file.path)).toContain(citation.path)
          if (!('line' in citation) || citation.line === undefined) continue
          const lines = (texts.get(citation.path)?.content ?? '').split('\n').map(line => line.replace(/\r$/, ''))
          const last = 'endLine' in citation ? citation.endLine : citation.line
          const raw = lines.slice(citation.line - 1, last).join('\n')
          if ('quote' in citation) expect(raw).toContain(citation.quote)
          else if ('url' in citation) expect(raw).toContain(citation.url)
          else expect(raw).toContain(citation.key)
        }
      }),
      { numRuns: inFull(600) },
    )
  })

  test('gives the same evidence twice, whatever the order of its texts', () => {
    fc.assert(
      fc.property(releases, setup => {
        const backwards = Object.fromEntries(Object.entries(setup.files ?? {}).reverse())
        const { components, weights, metadata } = gathered(setup)
        const again = gathered({ ...setup, files: backwards })
        expect([again.components, again.weights, again.metadata]).toEqual([components, weights, metadata])
      }),
      { numRuns: inFull(300) },
    )
  })

  test('calls nothing absent that could not be looked for', () => {
    fc.assert(
      fc.property(releases, setup => {
        for (const { id, presence, cited } of gathered({ ...setup, complete: false }).components) {
          const [first] = cited
          if ('looked' in first) expect([id, presence]).toEqual([id, 'unknown'])
        }
      }),
      { numRuns: inFull(300) },
    )
  })
})

describe('a README made to be costly', () => {
  test.each([
    [
      'sentences that release data, in one paragraph',
      'We release the training data [here](x).\n'.repeat(inFull(10_000)),
    ],
    [
      'sentences about training data',
      'The training data has 3 tokens on it. '.repeat(inFull(500)).concat('\n').repeat(20),
    ],
    ['links to weights', '[a](https://huggingface.co/a/b) '.repeat(inFull(600)).concat('\n').repeat(20)],
    ['bare addresses', `${`https://${'x)'.repeat(150)} `.repeat(60)}\n`.repeat(20)],
    ['calls that load a model', `\`\`\`\n${'from_pretrained("a/b")\n'.repeat(inFull(20_000))}\`\`\`\n`],
    ['calls that do not end', `\`\`\`\n${'from_pretrained(a="'.repeat(inFull(20_000))}\n\`\`\`\n`],
    ['words that begin a statement', 'release access to weights is '.repeat(inFull(600)).concat('\n').repeat(20)],
    ['rows of scores', `| MMLU | b |\n|-|-|\n${'| a | b |\n'.repeat(inFull(20_000))}`],
  ])('%s take bounded time', async (_, readme) => {
    await endsWithin(5_000, () => withReadme(`# Heron\n\n${readme}`))
  })
})
