// npm run budget: how much there is to read. Lines of code of each package and room beside their numbers in budget.json,
// which only fall, and three numbers of all: files, branch points in a thousand lines, and functions of one or two lines
// with one caller. With --lower, the numbers become as low as they may be now.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parser } from '@lezer/javascript'

/** nodes of the tree and operators at which a run may go two ways */
const BRANCHES = new Set(['if', 'case', 'catch', 'for', 'while', 'ConditionalExpression', '&&', '||', '??'])
const FUNCTIONS = new Set(['FunctionDeclaration', 'VariableDeclaration'])

/** The sources of a repository: the room each is in, and its text. A loose file is in the room of its package's root. */
export function sources(root) {
  return readdirSync(join(root, 'packages'))
    .sort()
    .flatMap(name => {
      const folder = join(root, 'packages', name, 'src')
      const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
      return paths
        .map(path => path.replaceAll('\\', '/'))
        .filter(path => /\.tsx?$/.test(path))
        .sort()
        .map(path => ({
          path: `packages/${name}/src/${path}`,
          room: path.includes('/') ? `${name}/${path.split('/')[0]}` : `${name}/.`,
          text: readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n'),
        }))
    })
}

/** The lines of each room, and the numbers of all. */
export function measured(root) {
  const files = sources(root)
  const rooms = {}
  for (const { room, text } of files) rooms[room] = (rooms[room] ?? 0) + linesOf(text)
  const lines = sum(Object.values(rooms))
  const trees = files.map(file => ({ ...file, ...read(file.text) }))
  const branches = lines === 0 ? 0 : Math.round((1000 * sum(trees.map(file => file.branches))) / lines)
  return { lines, files: files.length, branches, short: shortOf(trees), rooms }
}

const linesOf = text => text.split('\n').length - 1
const sum = numbers => numbers.reduce((all, number) => all + number, 0)

/** What a file branches, the names that stand in it, each as often as it is used, and its short functions. */
function read(text) {
  let branches = 0
  const names = new Map()
  const short = []
  parser
    .configure({ dialect: 'ts jsx' })
    .parse(text)
    .iterate({
      enter({ name, from, to, node }) {
        if (BRANCHES.has(name === 'LogicOp' ? text.slice(from, to) : name)) branches += 1
        if (name === 'VariableName' || name === 'JSXIdentifier') {
          const of = text.slice(from, to)
          names.set(of, (names.get(of) ?? 0) + 1)
        }
        if (!FUNCTIONS.has(name) || !/Script|ExportDeclaration/.test(node.parent?.name ?? '')) return
        const own = node.getChild('VariableDefinition')
        const isFunction = name === 'FunctionDeclaration' || node.getChild('ArrowFunction') !== null
        const braces = /\{\s*$/m.test(text.slice(from, to).split('\n')[0] ?? '') ? 2 : 0
        if (own && isFunction && text.slice(from, to).split('\n').length - braces <= 2)
          short.push({ name: text.slice(own.from, own.to), exported: node.parent?.name === 'ExportDeclaration' })
      },
    })
  return { branches, names, short }
}

/** How many functions of one or two lines stand for one place. Imports name what they import: they are no use of it. */
function shortOf(files) {
  const used = new Map()
  for (const { names } of files) for (const [name, times] of names) used.set(name, (used.get(name) ?? 0) + times)
  return sum(
    files.map(
      ({ names, short }) =>
        short.filter(({ name, exported }) => (exported ? used.get(name) : names.get(name)) === 1).length,
    ),
  )
}

/** a room may be so many parts above its number where another is as much below: the sum has no such room */
const PARTS = 50

/** What is wrong with the numbers, a sentence each. */
export function overdrawn(budget, now) {
  const wrong = Object.entries(now.rooms).flatMap(([room, lines]) => {
    const most = budget.rooms[room]
    if (most === undefined)
      return [`${room} has no number in budget.json: give it ${lines}, and lower others by as much in the same commit.`]
    return lines <= most + Math.ceil(most / PARTS)
      ? []
      : [
          `${room} is ${lines - most} lines above its number in budget.json: make it smaller, or raise the number and ` +
            'lower another by as much in the same commit, which says why in a line.',
        ]
  })
  for (const room of Object.keys(budget.rooms))
    if (!(room in now.rooms)) wrong.push(`${room} is gone: take its number out of budget.json, or give it to another.`)
  const told = sum(Object.values(budget.rooms))
  if (told !== budget.lines)
    wrong.push(`The rooms of budget.json come to ${told} lines, and its sum is ${budget.lines}.`)
  for (const [number, of] of Object.entries(OF_ALL))
    if (now[number] > budget[number])
      wrong.push(`There are ${now[number]} ${of}, and ${budget[number]} in budget.json, which only falls.`)
  return wrong
}

const OF_ALL = {
  lines: 'lines',
  files: 'files',
  branches: 'branch points in a thousand lines',
  short: 'functions of one or two lines with one caller',
}

/** The same numbers, each as low as it may be now. */
export function lowered(budget, now) {
  const rooms = Object.fromEntries(
    Object.entries(budget.rooms).flatMap(([room, most]) =>
      room in now.rooms ? [[room, Math.min(most, now.rooms[room])]] : [],
    ),
  )
  const numbers = Object.keys(OF_ALL).map(number => [number, Math.min(budget[number], now[number])])
  return { ...Object.fromEntries(numbers), lines: sum(Object.values(rooms)), rooms }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const file = join(root, 'budget.json')
  const now = measured(root)
  const before = JSON.parse(readFileSync(file, 'utf8'))
  const budget = process.argv.includes('--lower') ? lowered(before, now) : before
  if (budget !== before) writeFileSync(file, `${JSON.stringify(budget, null, 2)}\n`)
  const row = (...cells) =>
    console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(48) : String(cell).padStart(9))).join(''))
  row('', 'number', 'now')
  let last = ''
  for (const [room, lines] of Object.entries(now.rooms)) {
    const [name = ''] = room.split('/')
    const ofPackage = rooms => sum(Object.entries(rooms).flatMap(([of, n]) => (of.startsWith(`${name}/`) ? [n] : [])))
    if (name !== last) row(name, ofPackage(budget.rooms), ofPackage(now.rooms))
    last = name
    row(`  ${room}`, budget.rooms[room] ?? '-', lines)
  }
  for (const [number, of] of Object.entries(OF_ALL)) row(of, budget[number], now[number])
  const wrong = overdrawn(budget, now)
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) process.exitCode = 1
}
