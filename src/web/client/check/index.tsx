import { mount } from '../mount.ts'
import { Checker } from './checker.tsx'

mount('checker', <Checker />)
