// Labelled sentences of others without their words: the ids of their features, and what was said of them. A file of
// them is made where the sentences are (npm run learn -- --shared <folder>) and read wherever the reader is trained.
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'

const MAGIC = 'unwash readings 1\n'

const putNumber = (bytes, number) => {
  for (; number >= 128; number = Math.floor(number / 128)) bytes.push((number % 128) | 128)
  bytes.push(number)
}

/**
 * `examples`: `groups` (per group of features, how many there were and the ids that are kept), `labels`
 * ([output id, 1 or 0, weight]…). `probe` tells the features that these are from those of another reader.
 */
export function encodeReadings(examples, probe) {
  const ids = Uint32Array.from(
    new Set(examples.flatMap(({ groups }) => groups.flatMap(group => [...group.ids]))),
  ).sort()
  const place = new Map([...ids].map((id, at) => [id, at]))
  const bytes = []
  putNumber(bytes, ids.length)
  let before = 0
  for (const id of ids) {
    putNumber(bytes, id - before)
    before = id
  }
  putNumber(bytes, examples.length)
  for (const { groups } of examples) {
    for (const { size, ids: kept } of groups) {
      putNumber(bytes, size)
      putNumber(bytes, kept.length)
      let last = 0
      for (const at of [...kept].map(id => place.get(id)).sort((one, other) => one - other)) {
        putNumber(bytes, at - last)
        last = at
      }
    }
  }
  const head = JSON.stringify({ probe, labels: examples.map(({ labels }) => labels) })
  return brotliCompressSync(Buffer.concat([Buffer.from(`${MAGIC}${head}\n`), Uint8Array.from(bytes)]))
}

export function decodeReadings(file, probe) {
  const bytes = brotliDecompressSync(file)
  const end = bytes.indexOf(10, MAGIC.length)
  const head = JSON.parse(bytes.subarray(MAGIC.length, end).toString())
  if (head.probe !== probe)
    throw new Error(
      'knowledge/second-reader/readings.bin holds features of another reader: ' +
        'run npm run learn -- --shared <folder> where the labelled sentences are',
    )
  let at = end + 1
  const takeNumber = () => {
    let number = 0
    for (let worth = 1; ; worth *= 128) {
      const byte = bytes[at++]
      number += (byte & 127) * worth
      if (byte < 128) return number
    }
  }
  const ids = new Uint32Array(takeNumber())
  let before = 0
  for (let index = 0; index < ids.length; index++) {
    before += takeNumber()
    ids[index] = before
  }
  const count = takeNumber()
  return Array.from({ length: count }, (_, example) => ({
    groups: Array.from({ length: 4 }, () => {
      const size = takeNumber()
      const kept = new Uint32Array(takeNumber())
      let last = 0
      for (let index = 0; index < kept.length; index++) {
        last += takeNumber()
        kept[index] = ids[last]
      }
      return { size, ids: kept }
    }),
    labels: head.labels[example],
  }))
}
