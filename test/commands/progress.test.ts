import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainTalk, terminalTalk } from '../../src/commands/progress.ts';

/** A stream that keeps what is written, and a clock that is set by hand. */
function setUp(columns = 80) {
  const written: string[] = [];
  const clock = { seconds: 0 };
  const stream = { isTTY: true, columns, write: (text: string) => written.push(text) };
  return { written, clock, stream, seconds: () => clock.seconds };
}

/** What a terminal shows after it got a text: lines, the last one as far as it stands. */
function screenOf(written: readonly string[]): string[] {
  const lines = [''];
  for (const piece of written.join('').split(/(\r\u001b\[2K|\n)/)) {
    if (piece === '\n') lines.push('');
    else if (piece.startsWith('\r')) lines[lines.length - 1] = '';
    else lines[lines.length - 1] = `${lines.at(-1) ?? ''}${piece}`;
  }
  return lines;
}

describe('plainTalk(stream, seconds)', () => {
  it('writes one line when a step ends, with what came out and how long it took', () => {
    const { written, clock, stream, seconds } = setUp();
    const talk = plainTalk(stream, seconds);
    const done = talk.step('rfm');
    clock.seconds = 75;
    talk.say('meanwhile');
    done('1,698 customers scored');
    talk.step('kmeans')('');
    expect(written).toEqual(['meanwhile\n', 'rfm: 1,698 customers scored (1 min 15 s)\n', 'kmeans: done (0.0 s)\n']);
  });
});

describe('terminalTalk(stream, seconds)', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('rewrites one line while a step runs, and takes it away at the end', () => {
    const { written, clock, stream, seconds } = setUp();
    const talk = terminalTalk(stream, seconds);
    const done = talk.step('kmeans');
    expect(screenOf(written)).toEqual(['kmeans … 0.0 s']);
    clock.seconds = 12;
    vi.advanceTimersByTime(200);
    expect(screenOf(written)).toEqual(['kmeans … 12 s']);
    talk.say('note: 3 empty clusters');
    expect(screenOf(written)).toEqual(['note: 3 empty clusters', 'kmeans … 12 s']);
    done('5 segments');
    expect(screenOf(written)).toEqual(['note: 3 empty clusters', '']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('shows the innermost of nested steps, cut to the width of the terminal', () => {
    const { written, stream, seconds } = setUp(12);
    const talk = terminalTalk(stream, seconds);
    const outer = talk.step('outer');
    const inner = talk.step('a long title inside');
    expect(screenOf(written)).toEqual(['a long titl']);
    inner('');
    expect(screenOf(written)).toEqual(['outer … 0.0']);
    outer('');
    expect(screenOf(written)).toEqual(['']);
  });
});
