// The rooms of src and what each asks, read from its imports.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const walk = folder =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : /\.tsx?$/.test(path) ? [path] : []
  })
const roomOf = path => path.split('/')[1] ?? ''
const isRoom = name => !name.endsWith('.ts')

const rooms = new Map()
for (const path of walk('src')) {
  const name = roomOf(path)
  const room = rooms.get(name) ?? { files: 0, asks: new Set() }
  const text = readFileSync(path, 'utf8')
  room.files += 1
  for (const [, target] of text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)) {
    const other = roomOf(join(dirname(path), target))
    if (other !== name) room.asks.add(other)
  }
  rooms.set(name, room)
}

/** all that a room comes to by way of others */
const reach = (name, seen = new Set()) => {
  for (const other of rooms.get(name)?.asks ?? [])
    if (!seen.has(other)) {
      seen.add(other)
      reach(other, seen)
    }
  return seen
}

/** An arrow for each room that is asked by no way round. */
export function drawing() {
  const arrows = [...rooms].flatMap(([name, { asks }]) =>
    [...asks]
      .filter(other => ![...asks].some(way => way !== other && reach(way).has(other)))
      .map(other => `  ${name} --> ${other}`),
  )
  return ['```mermaid', 'graph TD', ...arrows.sort(), '```'].join('\n')
}

/** Rooms with their files, and how many ask them. Lines change with every edit: `npm run budget` counts them. */
export function sizes() {
  const rows = [...rooms].filter(([name]) => isRoom(name)).sort(([one], [other]) => (one < other ? -1 : 1))
  const askedBy = name => [...rooms.values()].filter(({ asks }) => asks.has(name)).length
  return [
    '| room | files | asks | asked by |',
    '|---|---|---|---|',
    ...rows.map(([name, { files, asks }]) => `| ${name} | ${files} | ${asks.size} | ${askedBy(name)} |`),
  ].join('\n')
}
