import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { ROOT } from '@unwash/knowledge/load'
import type { Hono } from 'hono'
import { ADDRESSES } from '../addresses.ts'
import { ICON } from '../style/icon.ts'
import { READING, STYLE } from '../style/index.ts'
import { type Made, made, send } from './answers.ts'
import { Refusal } from './refusal.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.bin': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
}
/** one step, as the build names its files; none leads elsewhere */
const ASSET_NAME = /^[\w-][\w.-]{0,100}$/

/** where the build puts what the pages load */
export const ASSETS = new URL('dist/assets/', ROOT)

/** The style sheet, the icon, and what was built of the scripts. */
export function assets(app: Hono): void {
  const ready = new Map<string, Promise<Made>>()
  app.get(ADDRESSES.style, c => send(c, style))
  app.get(ADDRESSES.reading, c => send(c, reading))
  app.get('/assets/icon.svg', c => send(c, icon))
  app.get('/assets/:path{.+}', async c => {
    const path = c.req.param('path')
    const type = TYPES[extname(path)]
    if (type === undefined || !path.split('/').every(step => ASSET_NAME.test(step)))
      throw new Refusal(404, 'no such file')
    const asset = ready.get(path) ?? readFile(new URL(path, ASSETS)).then(bytes => made(type, bytes))
    ready.set(path, asset)
    const found = await asset.catch(() => null)
    if (found === null) {
      ready.delete(path)
      throw new Refusal(404, 'no such file')
    }
    // what has a hash in its name never changes
    const hashed = /-[\w-]{8,}\.\w+$/.test(path)
    return send(c, found, hashed ? { 'cache-control': 'public, max-age=31536000, immutable' } : {})
  })
}

const style = made('text/css; charset=utf-8', STYLE)
const reading = made('text/css; charset=utf-8', READING)
const icon = made('image/svg+xml', ICON)
