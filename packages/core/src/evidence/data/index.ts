export { whyPartly } from './ladder.ts'
export { readData } from './read.ts'
export type { DataAside, DataFound, DataOfStage, DataSource, DataStatement } from './statement.ts'
