import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { lazy } from '../../once.ts'

/** Makes a picture (PNG) of a drawing (SVG). */
export type Paint = (svg: string) => Uint8Array

/** What is said where no picture can be made. */
export const NO_PAINT =
  'a picture needs packages that are not installed: npm install @resvg/resvg-wasm dejavu-fonts-ttf beside unwash'

const FAMILY = 'DejaVu Sans'
const FONTS = ['DejaVuSans', 'DejaVuSans-Bold']

/** What paints, loaded when it is first needed; null where its packages are not installed. */
export const painter = lazy(async (): Promise<Paint | null> => {
  const { resolve } = createRequire(import.meta.url)
  try {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
    await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
    const fontBuffers = await Promise.all(FONTS.map(name => readFile(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))))
    return svg => new Resvg(svg, { font: { fontBuffers, defaultFontFamily: FAMILY } }).render().asPng()
  } catch (error) {
    if (error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code))) return null
    throw error
  }
})
