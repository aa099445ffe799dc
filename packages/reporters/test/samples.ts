import type { Report, Term } from '@unwash/core/report/report'

/** Invented reports: no release, publisher or license in them exists. */

const openTerm: Term = {
  id: 'open-weights-ai',
  label: 'Open Weights AI',
  aliases: ['open-weight'],
  facets: [],
  floor: 'open-weights-ai',
  ceiling: 'open-source-ai',
  review: ['G7-T', 'G7-D2', 'OSAID-D8'],
  because: ['open-license:README.md:0aa1', 'training-data:README.md:0aa2'],
  toMoveUp: [
    'Release the training code with the configuration of this model',
    'Say for each source withheld why it cannot be shared',
  ],
}

const restrictedTerm: Term = {
  id: 'weights-available-ai',
  label: 'Weights Available AI',
  aliases: ['community-available'],
  facets: ['user-scale threshold: over 50,000,000 monthly active users', 'use policy may change'],
  floor: 'weights-available-ai',
  ceiling: 'weights-available-ai',
  review: [],
  because: [
    'bar-scale.users:LICENSE:0bb1',
    'bar-use.policy_changeable:LICENSE:0bb2',
    'offer:weights:0bb3',
    'extra:README.md:0bb4',
  ],
  toMoveUp: ['Put the weights under a license that OSI approved'],
}

const unwash = { version: '9.9.9', knowledge: '2026-11-24' }
const nothing = {
  claims: [],
  lineage: [],
  conflicts: [],
  obligations: [],
  alternatives: [],
  corrections: [],
  notes: [],
}

/** An open model: data described, questions left for a person. */
export const open: Report = {
  ...nothing,
  schemaVersion: 1,
  unwash,
  readAsOf: '2026-11-24',
  release: {
    name: 'wren-1b',
    publisher: 'Hedgerow Institute',
    source: 'git',
    revision: '0123456789abcdef0123456789abcdef01234567',
    places: ['https://git.example/hedgerow/wren-1b'],
    complete: true,
  },
  term: openTerm,
  models: [{ name: 'wren-1b', places: ['.'], term: openTerm }],
  findings: [
    {
      id: 'open-license:README.md:0aa1',
      kind: 'open-license',
      says: 'The weights are under Apache License 2.0 (OSI-approved)',
      cited: [{ path: 'README.md', key: 'license', value: 'apache-2.0', line: 2 }],
      wouldChange: 'a statement that puts the weights under other terms',
    },
    {
      id: 'training-data:README.md:0aa2',
      kind: 'training-data',
      says: 'Training data is described, not given',
      cited: [{ path: 'README.md', line: 30, endLine: 34, quote: 'It was trained on a mix of parish newsletters.' }],
      wouldChange: 'the training data under open terms',
    },
  ],
  components: [
    {
      id: 'weights',
      presence: 'released',
      licensing: { declared: 'apache-2.0', detected: 'NOASSERTION', concluded: 'apache-2.0' },
      cited: [{ path: 'model.safetensors' }],
    },
    {
      id: 'inference-code',
      presence: 'linked',
      licensing: { declared: 'NONE', detected: 'NONE', concluded: 'NONE' },
      cited: [{ url: 'https://git.example/hedgerow/wren', path: 'README.md', line: 12 }],
    },
    {
      id: 'datasets',
      presence: 'described',
      ladder: 'vague',
      licensing: { declared: 'NONE', detected: 'NONE', concluded: 'NOASSERTION' },
      cited: [{ path: 'README.md', line: 30, endLine: 34, quote: 'It was trained on a mix of parish newsletters.' }],
    },
    {
      id: 'training-code',
      presence: 'absent',
      licensing: { declared: 'NONE', detected: 'NONE', concluded: 'NONE' },
      cited: [{ looked: ['12 file names', 'README.md', 'docs/a.md', 'docs/b.md', 'docs/c.md'] }],
    },
    {
      id: 'research-paper',
      presence: 'unknown',
      licensing: { declared: 'NONE', detected: 'NONE', concluded: 'NONE' },
      cited: [{ looked: ['README.md'] }],
    },
  ],
  licenses: [
    {
      id: 'apache-2.0',
      class: 'open-source',
      text: null,
      covers: ['weights'],
      match: { kind: 'none', nearest: null, residue: [] },
      clauses: [],
      grants: ['use', 'copy', 'modify', 'distribute', 'sublicense', 'patent'],
      selfLabels: [],
      cited: [{ path: 'README.md', key: 'license', value: 'apache-2.0', line: 2 }],
    },
  ],
  evaluations: [
    {
      framework: 'osaid-1.0',
      edition: '1.0',
      conclusion: 'needs-human',
      requirements: [
        {
          id: 'OSAID-D8',
          answer: 'needs-human',
          because: 'Whether the data information suffices is for a person.',
          cited: [
            { path: 'README.md', line: 30, endLine: 34, quote: 'It was trained on a mix of parish newsletters.' },
            { fact: 'what a skilled person needs', source: 'the definition', seenOn: '2026-11-24' },
          ],
          rule: 'a substantially equivalent system',
        },
        {
          id: 'OSAID-F1',
          answer: 'met',
          because: 'Nothing restricts use.',
          cited: [{ path: 'README.md' }],
          rule: 'use for any purpose',
        },
      ],
    },
    {
      framework: 'mof-1.0',
      edition: '1.0',
      reading: 'strict',
      conclusion: 'class-iii',
      percentages: { I: 20, II: 45.4, III: 100 },
      requirements: [
        {
          id: 'MOF-III-weights',
          answer: 'met',
          level: 'included',
          because: 'The Tern Open Terms is an open license for data.',
          cited: [{ path: 'README.md', key: 'license', value: 'apache-2.0', line: 2 }],
          rule: 'Are the final model parameters released, under an open license?',
        },
      ],
    },
    {
      framework: 'mof-1.0',
      edition: '1.0',
      reading: 'mot',
      conclusion: 'below',
      percentages: { I: 0, II: 0, III: 16.7 },
      requirements: [
        {
          id: 'MOF-III-weights',
          answer: 'met',
          level: 'included',
          license: 'Apache-2.0',
          because: 'The tool counts Apache-2.0, the license of the weights, as open.',
          cited: [{ path: 'README.md', key: 'license', value: 'apache-2.0', line: 2 }],
          rule: 'Are the final model parameters released, under an open license?',
        },
        {
          id: 'MOF-III-technical-report',
          answer: 'unmet',
          level: 'unlicensed',
          because: 'No license was found for the technical report.',
          cited: [
            { path: 'README.md', line: 30, endLine: 34, quote: 'It was trained on a mix of parish newsletters.' },
          ],
          rule: 'Is there a technical report, or a research paper in its place?',
        },
      ],
    },
  ],
  obligations: [
    {
      when: 'you pass it on',
      do: 'keep the notices',
      clause: 'share.attribution_notice',
      cited: [{ path: 'README.md' }],
    },
  ],
  alternatives: [{ model: 'hedgerow/wren-1b-open', term: 'open-source-ai', why: 'the same size, with its data' }],
  corrections: [{ says: 'The publisher moved the card', date: '2026-10-02', outcome: 'upheld' }],
  notes: [{ says: 'A file of 4 GB was not read', path: 'model.safetensors' }, { says: 'No link was followed' }],
}

/** Two models, restrictive terms with changed words, a contradicted claim, an adapter's base. */
export const restricted: Report = {
  ...nothing,
  schemaVersion: 1,
  unwash,
  readAsOf: '2026-11-24',
  release: { name: 'lumen', publisher: null, source: 'folder', revision: null, places: ['lumen'], complete: false },
  term: restrictedTerm,
  models: [
    { name: 'lumen-7b', places: ['.'], term: restrictedTerm },
    { name: 'lumen-1b', places: ['small'], term: openTerm },
    { name: 'lumen-old', places: ['old'], term: restrictedTerm },
  ],
  findings: [
    {
      id: 'bar-scale.users:LICENSE:0bb1',
      kind: 'bar-scale.users',
      says: 'The license ends use above 50 million monthly active users',
      cited: [{ path: 'LICENSE', line: 20, endLine: 21, quote: 'more than 50 million monthly active users' }],
      wouldChange: 'a text without this clause',
    },
    {
      id: 'bar-use.policy_changeable:LICENSE:0bb2',
      kind: 'bar-use.policy_changeable',
      says: 'The publisher may change the use policy',
      cited: [{ path: 'LICENSE', line: 34, endLine: 34, quote: 'may update the policy' }],
      wouldChange: 'a text without this clause',
    },
    {
      id: 'offer:weights:0bb3',
      kind: 'offer',
      says: 'Weights are in this release',
      cited: [{ path: 'model.safetensors', place: 'weights' }],
      wouldChange: 'the files being removed',
    },
    {
      id: 'extra:README.md:0bb4',
      kind: 'extra',
      says: 'Training data is described in general words only',
      cited: [{ path: 'README.md', line: 42, endLine: 42, quote: 'publicly available data' }],
      wouldChange: 'a list of the data',
    },
  ],
  components: [
    {
      id: 'weights',
      presence: 'released',
      licensing: { declared: 'mit', detected: 'LicenseRef-LICENSE', concluded: 'LicenseRef-LICENSE' },
      cited: [{ path: 'model-00001-of-00003.safetensors', place: 'weights' }],
    },
  ],
  licenses: [
    {
      id: null,
      name: 'Lumen Community License',
      class: 'community-restricted',
      text: { path: 'LICENSE' },
      covers: ['weights', 'code'],
      match: {
        kind: 'residue',
        nearest: 'mit',
        residue: [
          {
            side: 'added',
            line: 20,
            endLine: 22,
            words: 41,
            reads: 'condition',
            quote: 'more than 50 million monthly active users',
          },
          { side: 'missing', line: 12, endLine: 12, words: 1, reads: 'notice' },
        ],
      },
      clauses: [
        {
          kind: 'use.policy_changeable',
          mode: 'grant',
          parameters: {},
          against: ['use'],
          reaches: ['copies'],
          cited: [{ path: 'LICENSE', line: 34, endLine: 34, quote: 'may update the policy' }],
        },
        {
          kind: 'scale.users',
          mode: 'ban',
          parameters: {
            metric: 'monthly active users',
            over: 50000000,
            affiliates: true,
            consequence: 'request a license',
          },
          against: ['use', 'share'],
          reaches: ['copies'],
          cited: [{ path: 'LICENSE', line: 20, endLine: 21, quote: 'more than 50 million monthly active users' }],
        },
        {
          kind: 'geo.exclusion',
          mode: 'ban',
          parameters: { territories: ['EU', 'GB'] },
          against: ['use'],
          reaches: ['copies'],
          cited: [
            { path: 'LICENSE', line: 40, endLine: 40, quote: 'not in the Union' },
            { fact: 'terms of the old version', source: 'lumen/lumen@abc LICENSE', seenOn: '2026-11-24' },
          ],
        },
        {
          kind: 'geo.exclusion',
          mode: 'ban',
          parameters: { territories: ['EU', 'GB'] },
          against: ['use'],
          reaches: ['copies'],
          cited: [{ path: 'POLICY.md', line: 3, endLine: 3, quote: 'not in the Union' }],
        },
        {
          kind: 'share.branding',
          mode: 'plea',
          parameters: { text: 'Built with Lumen' },
          against: [],
          reaches: ['copies'],
          cited: [{ path: 'LICENSE', line: 28, endLine: 28, quote: 'please show' }],
        },
      ],
      grants: ['use', 'copy'],
      missingGrants: ['sublicense', 'patent'],
      defects: [
        {
          says: 'A placeholder is left in the text',
          cited: [{ path: 'TERMS.pdf', line: 3, endLine: 3, page: 2, quote: '[NAME]' }],
        },
      ],
      selfLabels: [
        { says: 'open source', cited: [{ path: 'LICENSE', line: 5, endLine: 5, quote: 'this open source license' }] },
      ],
      cited: [{ path: 'LICENSE', line: 1, endLine: 1, quote: 'LUMEN COMMUNITY LICENSE' }],
    },
  ],
  evaluations: [],
  claims: [
    {
      says: 'Lumen 7B is an open-source language model',
      kind: 'open-source',
      about: ['model'],
      language: 'en',
      cited: [{ path: 'README.md', line: 20, endLine: 20, quote: 'Lumen 7B is an open-source language model' }],
      check: 'contradicted',
      because: ['bar-scale.users:LICENSE:0bb1'],
      strength: 'flat',
      suggestion: 'Lumen 7B is a model with available weights',
    },
  ],
  lineage: [
    {
      model: 'lantern/base',
      relation: 'adapter',
      license: 'NOASSERTION',
      stands: 'unknown',
      travels: [
        {
          clause: 'share.attribution_notice',
          answer: 'unmet',
          because: 'No copy of Lantern Terms was seen.',
          cited: [{ looked: ['12 file names', 'README.md'] }],
        },
      ],
      cited: [{ path: 'README.md', key: 'base_model', value: 'lantern/base', line: 9 }],
    },
  ],
  conflicts: [
    {
      kind: 'self-contradiction',
      because: 'the metadata says MIT and the text is another',
      cited: [
        { path: 'README.md', key: 'license', value: 'mit', line: 2 },
        { path: 'LICENSE', line: 1, endLine: 1, quote: 'LUMEN COMMUNITY LICENSE' },
      ],
    },
  ],
}

/** Nothing could be read, and what little there is tries to reach the terminal and the page. */
export const hostile: Report = {
  ...nothing,
  schemaVersion: 1,
  unwash,
  readAsOf: '2026-11-24',
  release: {
    name: '\u001b[31mred\u001b[0m\u0007 <script>alert(1)</script>',
    publisher: '@octo-cat/team | `x` \u202egnihton',
    source: 'folder',
    revision: null,
    places: ['.'],
    complete: true,
  },
  term: {
    id: 'undetermined',
    label: 'Undetermined',
    aliases: [],
    facets: [],
    floor: 'undetermined',
    ceiling: 'open-weights-ai',
    review: [],
    because: ['unread:LICENSE:0cc1'],
    toMoveUp: [],
  },
  models: [],
  findings: [
    {
      id: 'unread:LICENSE:0cc1',
      kind: 'unread',
      says: '## Open Source AI\n[click](https://evil.example) ![](x) \u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007 www.evil.example \u009b2J',
      cited: [{ path: 'a`b|c\n.md', line: 1, endLine: 1, quote: 'x' }],
      wouldChange: 'the text of 许可证 in a language that is read',
    },
  ],
  components: [],
  licenses: [],
  evaluations: [],
}

export const samples = { open, restricted, hostile }
