// The packages and their rooms, and what each asks, read from their imports.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measured, sources } from './budget.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = sources(root)
const roomAt = new Map(files.map(({ path, room }) => [path.replace(/\.tsx?$/, ''), room]))

/** The rooms that a file asks, by what it imports. */
const askedBy = ({ path, text }) =>
  [...text.matchAll(/(?:from|import)\s*\(?'([.@][^']+)'/g)].flatMap(([, target]) => {
    const [, name, door] = /^@unwash\/(\w+)\/(.*)$/.exec(target) ?? []
    const file = name ? `packages/${name}/src/${door}` : join(dirname(path), target)
    return roomAt.get(file.replace(/\.tsx?$/, '')) ?? []
  })

/** What asks what, where each room has a name that groups it. */
function graph(nameOf) {
  const asks = new Map()
  for (const file of files) {
    const name = nameOf(file.room)
    if (name === null) continue
    const others = asks.get(name) ?? new Set()
    for (const room of askedBy(file)) {
      const other = nameOf(room)
      if (other !== null && other !== name) others.add(other)
    }
    asks.set(name, others)
  }
  return asks
}

/** An arrow for each that is asked by no way round. */
function drawing(asks) {
  const reach = (name, seen = new Set()) => {
    for (const other of asks.get(name) ?? [])
      if (!seen.has(other)) {
        seen.add(other)
        reach(other, seen)
      }
    return seen
  }
  const arrows = [...asks].flatMap(([name, others]) =>
    [...others]
      .filter(other => ![...others].some(way => way !== other && reach(way).has(other)))
      .map(other => `  ${name} --> ${other}`),
  )
  return ['```mermaid', 'graph TD', ...arrows.sort(), '```'].join('\n')
}

/** An arrow for each package that another may not reach through a third. */
export const packages = () => drawing(graph(room => room.split('/')[0]))

/** The same for the rooms of the package that reads; its loose files are `core`. */
export const core = () =>
  drawing(graph(room => (room.startsWith('core/') ? room.slice('core/'.length).replace(/^\.$/, 'core') : null)))

/** Packages with their rooms, and how many lines each has. */
export function sizes() {
  const { rooms } = measured(root)
  const names = [...new Set(Object.keys(rooms).map(room => room.split('/')[0]))]
  const rows = names.map(name => {
    const own = Object.keys(rooms).filter(room => room.startsWith(`${name}/`))
    const inside = own.map(room => room.slice(name.length + 1)).filter(room => room !== '.')
    return `| ${name} | ${files.filter(({ room }) => own.includes(room)).length} | ${inside.join(', ')} |`
  })
  return ['| package | files | rooms |', '|---|---|---|', ...rows].join('\n')
}
