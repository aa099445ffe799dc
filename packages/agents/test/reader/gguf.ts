/**
 * A language model of a few thousand parameters, as the bytes of a GGUF file: it knows the printable characters and has
 * read nothing. What it says is noise; that it says it through llama.cpp is real.
 */
export function tinyModel(): Uint8Array {
  const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`)
  const tokens = ['<unk>', '<s>', '</s>', ...bytes, '▁', ...printable]
  const kinds = tokens.map((_, at) => (at === 0 ? UNKNOWN : at < 3 ? CONTROL : at < 259 ? BYTE : NORMAL))
  const keys = [
    text('general.architecture', 'llama'),
    text('general.name', 'heron-tiny'),
    uint('llama.context_length', 8192),
    uint('llama.embedding_length', WIDTH),
    uint('llama.block_count', 1),
    uint('llama.feed_forward_length', WIDTH),
    uint('llama.attention.head_count', 2),
    uint('llama.rope.dimension_count', WIDTH / 2),
    key('llama.attention.layer_norm_rms_epsilon', 6, float(1e-5)),
    text('tokenizer.ggml.model', 'llama'),
    list('tokenizer.ggml.tokens', 8, tokens.map(string)),
    list(
      'tokenizer.ggml.scores',
      6,
      tokens.map((_, at) => float(-at)),
    ),
    list('tokenizer.ggml.token_type', 5, kinds.map(uint32)),
    uint('tokenizer.ggml.bos_token_id', 1),
    uint('tokenizer.ggml.eos_token_id', 2),
    uint('tokenizer.ggml.unknown_token_id', 0),
  ]
  const random = randomFrom(20_261)
  const square = { shape: [WIDTH, WIDTH], of: random }
  const ones = { shape: [WIDTH], of: () => 1 }
  const words = { shape: [WIDTH, tokens.length], of: random }
  const tensors: Readonly<Record<string, { shape: readonly number[]; of: () => number }>> = {
    'token_embd.weight': words,
    'blk.0.attn_norm.weight': ones,
    'blk.0.attn_q.weight': square,
    'blk.0.attn_k.weight': square,
    'blk.0.attn_v.weight': square,
    'blk.0.attn_output.weight': square,
    'blk.0.ffn_norm.weight': ones,
    'blk.0.ffn_gate.weight': square,
    'blk.0.ffn_up.weight': square,
    'blk.0.ffn_down.weight': square,
    'output_norm.weight': ones,
    'output.weight': words,
  }
  let at = 0
  const told: Buffer[] = []
  const weights: Buffer[] = []
  for (const [name, { shape, of }] of Object.entries(tensors)) {
    const size = shape.reduce((all, one) => all * one, 1)
    told.push(string(name), uint32(shape.length), ...shape.map(uint64), uint32(0), uint64(at))
    const values = Float32Array.from({ length: size }, of)
    weights.push(Buffer.from(values.buffer))
    at += values.byteLength
  }
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    uint32(3),
    uint64(weights.length),
    uint64(keys.length),
    ...keys,
    ...told,
  ])
  return new Uint8Array(Buffer.concat([head, Buffer.alloc(-head.length & 31), ...weights]))
}

/** numbers of a vector; each tensor's bytes are then a whole number of the 32 that the format aligns by */
const WIDTH = 32

/** kinds of tokens, by the format's numbers */
const NORMAL = 1
const UNKNOWN = 2
const CONTROL = 3
const BYTE = 6

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const uint64 = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
const float = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}
const string = (value: string) => {
  const bytes = Buffer.from(value)
  return Buffer.concat([uint64(bytes.length), bytes])
}
const key = (name: string, type: number, value: Buffer) => Buffer.concat([string(name), uint32(type), value])
const text = (name: string, value: string) => key(name, 8, string(value))
const uint = (name: string, value: number) => key(name, 4, uint32(value))
const list = (name: string, type: number, values: readonly Buffer[]) =>
  key(name, 9, Buffer.concat([uint32(type), uint64(values.length), ...values]))

/** Numbers around zero, the same in every run (xorshift). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 2 ** 31
  }
}
