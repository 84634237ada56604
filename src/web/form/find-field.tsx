import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useUrl } from '../state/url.ts';
import { SearchField } from './search-field.tsx';

interface Props {
  /** What it looks for. */
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly maxLength?: number;
}

/** Has the server look for what is typed, from its first page, once typing pauses; kept in the address. */
export function FindField({ width, ...props }: Props) {
  const { search, patch } = useUrl();
  const [text, setText] = useState(search.q ?? '');
  const settle = useDebouncedCallback(
    (value: string) => patch({ q: value.trim() === '' ? null : value.trim(), after: null }),
    250,
  );
  return (
    <SearchField
      {...props}
      size="xs"
      w={width}
      value={text}
      onChange={(value) => {
        setText(value);
        settle(value);
      }}
    />
  );
}
