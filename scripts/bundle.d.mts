import type { BuildOptions } from 'esbuild'
import type { BuildEnvironmentOptions } from 'vite'

/** Bundles the command; the paths of what is in it. */
export function bundleCommand(how?: BuildOptions): Promise<ReadonlySet<string>>
/** Bundles what runs in the pages; the paths of what is in it. */
export function bundlePages(how?: BuildEnvironmentOptions): Promise<ReadonlySet<string>>
