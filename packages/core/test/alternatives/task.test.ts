import { expect, test } from 'vitest'
import { releaseOf } from '../../../../test/release.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { taskOf } from '../../src/alternatives/sought.ts'
import { gather } from '../../src/evidence/index.ts'

const of = (name: string, files: Record<string, string>) =>
  taskOf(name, gather(releaseOf({ name, files }), knowledge), knowledge.tasks)?.id ?? null
const card = (task: string) => ({ 'README.md': `---\npipeline_tag: ${task}\n---\n# A model\n` })

test.each([
  ['heron-7b', card('text-generation'), 'text'],
  ['heron-coder-7b', card('text-generation'), 'code'],
  ['heron-code', card('automatic-speech-recognition'), 'speech-recognition'],
  ['heron', card('text-to-video'), 'video-generation'],
  ['heron', card('image-to-video'), 'image-animation'],
  ['heron-img2vid', {}, 'image-animation'],
  ['heron', { 'config.json': '{"architectures": ["HeronForCausalLM"]}' }, 'text'],
  [
    'heron',
    { 'README.md': '# Heron\n\nHeron is a text-to-image model, better than any language model.\n' },
    'image-generation',
  ],
  ['heron', { 'README.md': '# Heron\n\nHeron is a family of large language models.\n' }, 'text'],
  ['heron-embed-small', {}, 'embedding'],
  ['heron', { 'README.md': '# Heron\n\nA bird of the allms.\n' }, null],
] as const)('%s with %j is for %s', (name, files, task) => {
  expect(of(name, files)).toBe(task)
})
