import type { VNode } from 'preact';
import type { OfferedFile } from '../context.ts';
import type { Messages } from '../../text/messages.ts';

/** A link to a file that was published beside the report; nothing where it was not. */
export function FileLink({ file, t }: { file: OfferedFile | undefined; t: Messages }): VNode | null {
  if (file === undefined) return null;
  const path = file.file.split('/').map(encodeURIComponent).join('/');
  return (
    <a href={path} download>
      {t.page.download(file.rows)}
    </a>
  );
}
