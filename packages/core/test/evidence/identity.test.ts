import { describe, expect, test } from 'vitest'
import { type FileSetup, releaseOf } from '../../../../test/release.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { gather } from '../../src/evidence/index.ts'
import { headingOf } from '../../src/evidence/publisher/identity.ts'
import { guessedFrom } from '../../src/release/origin.ts'

/** What a release in a folder of this name comes to be called. */
function calledIn(folder: string, files: Readonly<Record<string, FileSetup>>): string {
  const { release } = gather({ ...releaseOf({ files }), ...guessedFrom(folder) }, knowledge)
  return `${release.publisher ?? '?'}/${release.name || '?'}`
}

const HERE = '[code](https://github.com/marsh-lab/heron-7b)'
const CARD = '---\npipeline_tag: text-generation\nbase_model: fen-ai/gull-7b\n---\n'

describe('a folder spelled as a hub does', () => {
  test.each(['marsh-lab__heron-7b', 'marsh-lab--heron-7b', 'models--marsh-lab--heron-7b'])(
    '%s is believed where the title has the name',
    folder => {
      expect(calledIn(folder, { 'README.md': '# Heron 7B\n' })).toBe('marsh-lab/heron-7b')
    },
  )

  test('is believed where the release leads to that page', () => {
    expect(calledIn('marsh-lab__heron-7b', { 'README.md': `# Overview\n\n${HERE}\n` })).toBe('marsh-lab/heron-7b')
  })

  test('is believed where what lies in it is of that owner, and speaks of another of his releases', () => {
    const older = '[we chat](https://github.com/fen-ai/Gull/blob/main/chat.png)'
    expect(calledIn('fen-ai__Gull1.5', { 'README.md': `# Gull2\n\n${older}\n` })).toBe('fen-ai/Gull1.5')
    expect(calledIn('r1', { 'README.md': `# Gull2\n\n${older}\n` })).toBe('fen-ai/Gull')
  })

  test('is not believed against what lies in it', () => {
    expect(calledIn('fen-ai__gull', { 'README.md': `# Heron 7B\n\n${HERE}\n` })).toBe('marsh-lab/heron-7b')
  })

  test('is not believed where nothing speaks of it', () => {
    expect(calledIn('fen-ai__gull', { 'README.md': '# Overview\n\nA model.\n' })).toBe('?/?')
  })
})

describe('in any other folder a release is called', () => {
  test('as the address in it that has the name of its title', () => {
    const readme = `# Heron-7B: a small model\n\nIt is like [Gull](https://github.com/fen-ai/gull). ${HERE}\n`
    expect(calledIn('r1', { 'README.md': readme })).toBe('marsh-lab/heron-7b')
  })

  test('as its citation says where it lies', () => {
    const files = {
      'README.md': '# Overview\n',
      'CITATION.cff': 'repository-code: "https://github.com/marsh-lab/heron"\n',
    }
    expect(calledIn('r1', files)).toBe('marsh-lab/heron')
  })

  test('as its own badge says', () => {
    const badge = '![License](https://img.shields.io/github/license/marsh-lab/heron)'
    expect(calledIn('r1', { 'README.md': `${badge}\n\nA model.\n` })).toBe('marsh-lab/heron')
  })

  test('as its owner calls its models at a hub', () => {
    const readme = `## News\n\n${HERE}, [weights](https://huggingface.co/marsh-lab/heron-7b-chat)\n`
    expect(calledIn('r1', { 'README.md': readme })).toBe('marsh-lab/heron-7b')
  })

  test('as the sample of a card at a hub loads it, and not as its base', () => {
    const sample =
      '```python\nAutoModel.from_pretrained("marsh-lab/heron-7b")\nAutoModel.from_pretrained("fen-ai/gull-7b")\n```\n'
    expect(calledIn('r1', { 'README.md': `${CARD}# Heron 7B\n\n${sample}` })).toBe('marsh-lab/heron-7b')
    expect(calledIn('r1', { 'README.md': `${CARD}# Gull 7B tuned\n\n${sample}` })).toBe('?/Gull 7B tuned')
  })

  test('by its title alone, where that is written as names are', () => {
    expect(calledIn('r1', { 'README.md': '# Heron-7B\n' })).toBe('?/Heron-7B')
  })

  test('by a title that the models of one owner are called after', () => {
    const links = '[a](https://huggingface.co/marsh-lab/Heron-A) [b](https://huggingface.co/marsh-lab/Heron-B)'
    expect(calledIn('r1', { 'README.md': `# Heron\n\n${links}\n` })).toBe('marsh-lab/Heron')
    const others = links.replace('marsh-lab', 'fen-ai')
    expect(calledIn('r1', { 'README.md': `# Heron\n\n${others}\n` })).toBe('?/?')
    // nor one that begins as a known base does
    const known = '[Gemma](https://huggingface.co/google/gemma-2-9b)'
    expect(calledIn('r1', { 'README.md': `# Gemma\n\n${known}\n` })).toBe('?/?')
  })

  test('by a title that the page goes on to say something of', () => {
    expect(calledIn('r1', { 'README.md': '# Heron\n\nHeron is a language model.\n' })).toBe('?/Heron')
  })

  test('as a page without a title begins', () => {
    expect(calledIn('r1', { 'README.md': '**Heron** is a language model.\n' })).toBe('?/Heron')
    expect(calledIn('r1', { 'README.md': 'This is a language model.\n' })).toBe('?/?')
  })

  test('nothing, where nothing tells: what the folder is called says nothing', () => {
    expect(calledIn('heron-7b', { 'README.md': '# Overview\n\nA model.\n' })).toBe('?/?')
    expect(calledIn('heron-7b', { 'README.md': '## 1. Introduction\n\nA model.\n' })).toBe('?/?')
  })
})

test('a name that is given is not doubted', () => {
  const release = releaseOf({ name: 'heron-7b', publisher: 'marsh-lab', files: { 'README.md': '# Gull\n' } })
  expect(gather(release, knowledge).release).toMatchObject({ name: 'heron-7b', publisher: 'marsh-lab' })
})

describe('a report is headed by', () => {
  const headed = (folder: string, files: Readonly<Record<string, FileSetup>>) => {
    const given = { ...releaseOf({ files }), ...guessedFrom(folder) }
    return headingOf(given, gather(given, knowledge))
  }

  test('the account in its folder’s name, where nothing in it says whose it is', () => {
    const files = { 'README.md': '# Overview\n\nA model.\n' }
    expect(headed('marsh-lab__heron', files)).toEqual({ name: 'heron', publisher: 'marsh-lab' })
  })

  test('what an address proves, under the name of its folder or its title', () => {
    const files = { 'README.md': `# Heron 7B\n\n${HERE}\n` }
    expect(headed('heron-7b', files)).toEqual({ name: 'heron-7b', publisher: 'marsh-lab' })
    expect(headed('download', files)).toEqual({ name: 'heron-7b', publisher: 'marsh-lab' })
  })

  test('its folder, where an address is of something else by the same owner', () => {
    const files = { 'README.md': '# Gull2\n\n[we chat](https://github.com/fen-ai/Gull/blob/main/chat.png)\n' }
    expect(headed('neutral', files)).toEqual({ name: 'neutral', publisher: null })
  })
})
