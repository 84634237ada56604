import { Link } from '@tanstack/react-router';
import { createContext, useContext } from 'react';

/** Whether tickets can be opened from the wall: a screen without a sign-in only names them. */
export const TicketsOpen = createContext(true);

/** A ticket as the wall names it. */
export function TicketName({ ticket }: { readonly ticket: string }) {
  if (!useContext(TicketsOpen)) return <b>{ticket}</b>;
  return (
    <Link to="/tickets/$key" params={{ key: ticket }}>
      {ticket}
    </Link>
  );
}
