/** A safetensors file: its header and then zeros. */
export function safetensors(header: unknown, data = 0): Uint8Array {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(json.length))
  return Buffer.concat([length, json, Buffer.alloc(data)])
}

export type GgufValue =
  | string
  | number
  | { readonly of: 'string'; readonly items: readonly string[] }
  | { readonly raw: Buffer }

/** A GGUF file of version 3: its keys, then tensors by their shapes. Numbers are 32 bits. */
export function gguf(keys: Readonly<Record<string, GgufValue>>, shapes: readonly (readonly number[])[] = []): Buffer {
  const parts = [Buffer.from('GGUF'), u32(3), u64(shapes.length), u64(Object.keys(keys).length)]
  for (const [key, value] of Object.entries(keys)) {
    parts.push(text(key))
    if (typeof value === 'string') parts.push(u32(8), text(value))
    else if (typeof value === 'number') parts.push(u32(4), u32(value))
    else if ('raw' in value) parts.push(value.raw)
    else parts.push(u32(9), u32(8), u64(value.items.length), ...value.items.map(text))
  }
  for (const [i, shape] of shapes.entries()) {
    parts.push(text(`t${i}`), u32(shape.length), ...shape.map(u64), u32(0), u64(0))
  }
  return Buffer.concat(parts)
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

export function u64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function text(words: string): Buffer {
  return Buffer.concat([u64(Buffer.byteLength(words)), Buffer.from(words)])
}
