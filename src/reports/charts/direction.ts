import { createContext } from 'preact';
import type { Format } from '../../text/format.ts';

/** Which way the page around a chart is read. */
export const Direction = createContext<Format['direction']>('ltr');
