import { describe, expect, test } from 'vitest'
import { known, TODAY } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { judge } from '../../src/judge.ts'
import { spdx } from '../texts.ts'

const floorWith = (files: Record<string, string>): string =>
  judge(
    releaseOf({
      name: 'heron-7b',
      files: {
        LICENSE: spdx('MIT'),
        'README.md': '---\nlicense: mit\n---\n\n# Heron 7B\n\nA language model.\n',
        'config.json': '{"model_type": "heron"}',
        'model.safetensors': { size: 14_000_000_000 },
        ...files,
      },
    }),
    known,
    TODAY,
  ).term.floor

const underLicense = (said: string) => ({
  'README.md': `---\nlicense: mit\n---\n\n# Heron 7B\n\nA language model.\n\n## License\n\n${said}\n`,
})

describe('a sentence under a heading of terms that takes something in words no wording has', () => {
  test.each([
    'Hobby gardens yes, garden centers no.',
    'Anything you publish with it has to pass our desk first.',
    'The folks at the casino next door have to look for something else.',
    'Until ten thousand letters a day it costs nothing; past that, ring us.',
  ])('is not open: %s', said => expect(floorWith(underLicense(said))).not.toMatch(/^open-/))

  test.each([
    'Hobby gardens and garden centers alike may use it.',
    'Once your newsletter earns money, buy yourself something nice.',
    'However many letters a day you write, it costs nothing.',
  ])('is open where it takes nothing: %s', said => expect(floorWith(underLicense(said))).toMatch(/^open-/))
})

describe('a notice', () => {
  test.each([
    'Every copy of the app has to show the bird on its start screen.',
    'Every product made with this part sends a postcard to our office each year.',
    'This product includes software developed at Reeds that sends a postcard to our office each year, or must stop.',
  ])('that asks what open licenses do not ask leaves nothing proven open: %s', said =>
    expect(floorWith({ NOTICE: `Heron 7B\n\n${said}\n` })).not.toMatch(/^open-/),
  )

  test.each([
    'This product includes software developed at the Reed Institute (https://reed.example).',
    'The bird on the start screen was drawn by our neighbors.',
  ])('that tells of others is open: %s', said =>
    expect(floorWith({ NOTICE: `Heron 7B\n\n${said}\n` })).toMatch(/^open-/),
  )
})
