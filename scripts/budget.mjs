// How much there is to read: gzipped bytes of each room, beside its number in budget.json, which only falls.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** facts with their sources: they may grow with the world */
const SOURCED = new Set(['licenses', 'models', 'datasets', 'frameworks'])

const filesIn = path =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap(name => filesIn(join(path, name))) : [path]
/** what is generated is read by nobody */
const isRead = path => !path.endsWith('.bin')
/** Each file by itself, its lines ended alike, that a checkout on another system counts the same. */
const bytesOf = path => gzipSync(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), { level: 9 }).length
const sum = numbers => numbers.reduce((all, one) => all + one, 0)

/** The rooms below a folder, loose files as one, each with its bytes. */
export function measured(root) {
  const rooms = new Map()
  const add = (room, path) => rooms.set(room, (rooms.get(room) ?? 0) + sum(filesIn(path).filter(isRead).map(bytesOf)))
  for (const house of ['src', 'knowledge'])
    for (const name of readdirSync(join(root, house)).sort()) {
      const path = join(root, house, name)
      if (house === 'knowledge' && SOURCED.has(name)) continue
      add(statSync(path).isDirectory() ? `${house}/${name}` : `${house}/.`, path)
    }
  add('scripts', join(root, 'scripts'))
  return rooms
}

/** a room of so many parts may be one above its number, and all together one of so many: an addition has room */
const ROOM_FOR = { room: 50, all: 1000 }

/** What is wrong with the numbers, a sentence each. */
export function overdrawn({ sum: told, rooms }, now) {
  const all = sum(Object.values(rooms))
  const over = [...now].flatMap(([room, bytes]) => {
    const most = rooms[room]
    if (most === undefined)
      return [`${room} has no number in budget.json: give it ${bytes}, and lower others by as much in the same commit.`]
    return bytes <= most + most / ROOM_FOR.room
      ? []
      : [
          `${room} is ${bytes - most} bytes above its number in budget.json: make it smaller, or raise the number and ` +
            'lower another by as much in the same commit.',
        ]
  })
  const whole = sum([...now.values()])
  if (whole > all + all / ROOM_FOR.all)
    over.push(`All rooms are ${whole - all} bytes above the sum of budget.json: make something smaller.`)
  const gone = Object.keys(rooms).filter(room => !now.has(room))
  return [
    ...over,
    ...gone.map(room => `${room} is gone: take its number out of budget.json, or give it to another room.`),
    ...(all === told
      ? []
      : [`The numbers of budget.json come to ${all}, and its sum is ${told}: the sum may only be lowered.`]),
  ]
}

/** The same numbers, each as low as it may be now. */
export function lowered({ rooms }, now) {
  const kept = Object.entries(rooms).flatMap(([room, most]) =>
    now.has(room) ? [[room, Math.min(most, now.get(room))]] : [],
  )
  return { sum: sum(kept.map(([, most]) => most)), rooms: Object.fromEntries(kept) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const file = join(root, 'budget.json')
  const now = measured(root)
  const read = JSON.parse(readFileSync(file, 'utf8'))
  const budget = process.argv.includes('--lower') ? lowered(read, now) : read
  if (budget !== read) writeFileSync(file, `${JSON.stringify(budget, null, 2)}\n`)
  const row = (room, number, bytes) =>
    console.log(room.padEnd(24), String(number).padStart(9), String(bytes).padStart(9))
  row('room', 'number', 'now')
  for (const [room, bytes] of now) row(room, budget.rooms[room] ?? '-', bytes)
  row('all', budget.sum, sum([...now.values()]))
  const lines = filesIn(join(root, 'src')).map(path => readFileSync(path, 'utf8').split('\n').length - 1)
  console.log(`src has ${sum(lines)} lines in ${lines.length} files.`)
  const wrong = overdrawn(budget, now)
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) process.exitCode = 1
}
