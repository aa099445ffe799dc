// Rewrites the generated parts of README.md and of pages of docs: between <!-- list: NAME --> and <!-- end -->. With --check it only says whether they are current.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSourced } from '@unwash/core/knowledge/sourced'
import { wordsOfFacts } from '@unwash/core/policy/read'
import { LICENSE_CLASSES } from '@unwash/core/report/vocabulary'
import { loadKnowledge } from '@unwash/knowledge/load'
import { CLASS_LABELS } from '@unwash/reporters/words/labels'
import { TABLES } from '@unwash/survey/store/tables'
import { parse } from 'yaml'
import { api } from './api.mjs'
import * as how from './how-it-reads.mjs'
import * as rooms from './rooms.mjs'

const knowledge = await loadKnowledge()
/** what a command prints; that a claim is contradicted (exit code 1) is a result like another */
function run(...args) {
  const { status, stdout } = spawnSync(process.execPath, ['dist/bin/unwash.js', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '80' },
  })
  if (status !== 0 && status !== 1) throw new Error(`unwash ${args.join(' ')} ended with ${status}`)
  return stdout
}

/** the first screen of a real run */
function example() {
  const lines = run('examples/lumen-7b').split('\n')
  // the answers
  const end = lines.findIndex(line => line.startsWith('Restrictions')) - 1
  const shown = lines.slice(0, end).map(line => line.replace(/as of \d{4}-\d{2}-\d{2}/, 'as of today').trimEnd())
  return ['```console', '$ unwash examples/lumen-7b', ...shown, '…', '```'].join('\n')
}

function terms() {
  const rows = [...knowledge.terms.values()].map(
    term => `| ${term.label}${term.origin === 'own' ? ' *' : ''} | ${term.meaning} |`,
  )
  return ['| term | meaning |', '|---|---|', ...rows].join('\n')
}

function commands() {
  const help = run('--help')
  // a command on each line, however narrow the help was set
  const list = (help.slice(help.indexOf('Commands:')).split('\n\n')[0] ?? '')
    .replace(/\n {10,}/g, ' ')
    .replace(/\n {2}(?:completion|version|help) [^\n]*/g, '')
  const formats =
    /--format[\s\S]*?choices: ([^)]*?),\s+default/.exec(help)?.[1]?.replace(/\s+/g, ' ').replaceAll('"', '') ?? ''
  return [
    '```text',
    `unwash <release> [--format ${formats.replaceAll(', ', '|')}] [--require <term>]`,
    '',
    list.trim(),
    '```',
  ].join('\n')
}

const counts = () =>
  `${knowledge.licenses.size} licenses, ${knowledge.clauses.size} kinds of clauses, ${knowledge.models.reduce((sum, family) => sum + family.versions.length, 0)} base models and ${[...knowledge.frameworks.values()].reduce((sum, framework) => sum + framework.requirements.length, 0)} requirements, each with its source and the day it was seen.\n${sources()}`

/** every `source` in a value, however deep */
function sourcesIn(value) {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) =>
    key === 'source' && typeof inside === 'string' ? [inside] : sourcesIn(inside),
  )
}

/** how many facts have a source, and how many were written down from memory */
function sources() {
  const files = readdirSync('knowledge', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yml'))
  const all = files.flatMap(path => sourcesIn(parse(readFileSync(join('knowledge', path), 'utf8'))))
  const memory = all.filter(source => !isSourced(source)).length
  return `They are files in \`knowledge/\`; of ${all.length} sources ${memory} are memory: cited as that, and kept out of verdicts.`
}

/** how much of each framework the program answers by itself, as it was measured */
function shares() {
  const { releases, seenOn, requirements } = knowledge.measured
  const decided = ['met', 'unmet', 'not-applicable']
  const each = [...knowledge.frameworks.values()].flatMap(framework => {
    const rows = framework.requirements.flatMap(({ id }) =>
      Object.entries(requirements).filter(([name]) => name === id || name.startsWith(`${id} (`)),
    )
    const counts = rows.flatMap(([, answers]) => Object.entries(answers))
    const all = counts.reduce((sum, [, count]) => sum + count, 0)
    const without = counts.reduce((sum, [answer, count]) => sum + (decided.includes(answer) ? count : 0), 0)
    return all > 0 ? [`${framework.name} ${Math.round((100 * without) / all)} %`] : []
  })
  return `Requirements that the program answers without a person, measured on ${releases} releases (${seenOn}): ${each.join(' · ')}.`
}

const KINDS = {
  text: 'text',
  integer: 'whole number',
  count: 'whole number',
  boolean: 'true or false',
  day: 'day',
  moment: 'moment, UTC',
  texts: 'list of texts',
  json: 'JSON as text',
  bytes: 'bytes',
}

/** the tables of a store with every column */
const tables = () =>
  Object.entries(TABLES)
    .map(([name, { says, key, columns }]) =>
      [
        `### ${name}`,
        '',
        `${says} Told apart by ${key.map(column => `\`${column}\``).join(', ')}.`,
        '',
        '| column | kind | what it says |',
        '|---|---|---|',
        ...Object.entries(columns).map(
          ([column, { kind, empty, says }]) =>
            `| \`${column}\` | ${KINDS[kind]}${empty ? ', or empty' : ''} | ${says} |`,
        ),
      ].join('\n'),
    )
    .join('\n\n')

const cell = words => String(words).replaceAll('|', '\\|').replaceAll('\n', ' ')
const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...rows.map(row => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n')

/** the policies for common cases, in words and as they are written */
const policies = () =>
  knowledge.policies.policies
    .map(({ id, name, says, require, rules }) =>
      [
        `### \`${id}\`: ${name}`,
        '',
        `${says[0].toUpperCase()}${says.slice(1)}.${require ? ` It requires \`${require}\`.` : ''}`,
        '',
        table(
          ['rule', 'denies', 'because'],
          rules.map(rule => [`\`${rule.id}\``, `\`${rule.deny}\``, rule.says]),
        ),
      ].join('\n'),
    )
    .join('\n\n')

const kinds = () =>
  table(
    ['kind', 'name', 'what it is'],
    [...knowledge.clauses.values()].map(({ id, name, definition }) => [`\`${id}\``, name, definition]),
  )

const classes = () =>
  table(
    ['class', 'name'],
    LICENSE_CLASSES.map(id => [`\`${id}\``, CLASS_LABELS[id]]),
  )

/** what each fact with a closed list may be compared with */
const values = () =>
  table(
    ['fact', 'values'],
    Object.entries(wordsOfFacts(knowledge)).flatMap(([fact, { of, all, keys }]) =>
      fact === 'clauses' || fact === 'licenses' || fact === 'classes'
        ? []
        : [
            [
              `\`${fact}\``,
              [
                ...(keys ? [`by ${keys.of}: ${keys.all.map(one => `\`${one}\``).join(', ')}`] : []),
                ...(all.length > 0
                  ? [
                      `${of}: ${all
                        .filter(Boolean)
                        .map(one => `\`${one}\``)
                        .join(', ')}`,
                    ]
                  : []),
              ].join('; '),
            ],
          ],
    ),
  )

const LISTS = {
  api,
  policies,
  kinds,
  classes,
  values,
  example,
  terms,
  commands,
  counts,
  shares,
  tables,
  howLicense: how.license,
  howParts: how.parts,
  howStatements: how.statements,
  howVerdict: how.verdict,
  howSentence: how.sentence,
  packages: rooms.packages,
  core: rooms.core,
  sizes: rooms.sizes,
}

let stale = false
for (const file of [
  'README.md',
  'docs/frameworks.md',
  'docs/survey.md',
  'docs/how-it-reads.md',
  'docs/architecture.md',
  'docs/policy.md',
  'docs/api.md',
]) {
  const before = readFileSync(file, 'utf8')
  const after = before.replace(/(<!-- list: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (_, open, name, close) => {
    const list = LISTS[name]
    if (!list) throw new Error(`${file}: no list is called "${name}"; there are ${Object.keys(LISTS).join(', ')}`)
    return `${open}${list()}\n${close}`
  })
  if (!process.argv.includes('--check')) writeFileSync(file, after)
  else if (after !== before) {
    console.error(`${file}: its lists are not current; run npm run lists`)
    stale = true
  }
}
if (stale) process.exit(1)
if (process.argv.includes('--check')) console.log('lists are current')
