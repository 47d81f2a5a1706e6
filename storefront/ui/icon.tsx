const shapes = {
  search: (
    <>
      <circle cx="8.5" cy="8.5" r="5" />
      <path d="m12.5 12.5 4.5 4.5" />
    </>
  ),
  bag: <path d="M4 7h12l-1 10H5zM7.5 7a2.5 2.5 0 0 1 5 0" />,
  menu: <path d="M3 6h14M3 10h14M3 14h9" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  plus: <path d="M10 5v10M5 10h10" />,
  minus: <path d="M5 10h10" />,
  heart: <path d="M10 16.5 4 10.6a3.8 3.8 0 0 1 5.4-5.4l.6.6.6-.6A3.8 3.8 0 0 1 16 10.6z" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4l2.5 2" />
    </>
  ),
  alert: <path d="M10 3 2.5 16.5h15zM10 8.5v3.5M10 14.4v.1" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9v4.5M10 6.5v.1" />
    </>
  ),
  check: <path d="m4 10.5 4 4 8-9" />,
  key: (
    <>
      <circle cx="6.5" cy="10" r="3.5" />
      <path d="M10 10h8M15 10v3M12.5 10v2" />
    </>
  ),
  laptop: <path d="M4 5h12v8H4zM2 16h16" />,
  phone: <path d="M6 2.5h8v15H6zM9 15h2" />,
  lock: <path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9" />,
  filter: <path d="M3 6h14M6 10h8M8.5 14h3" />,
  arrow: <path d="M4 10h12M11.5 5.5 16 10l-4.5 4.5" />,
  truck: (
    <>
      <path d="M2 5h9v9H2zM11 8h4l3 3v3h-7" />
      <circle cx="5.5" cy="15" r="1.5" />
      <circle cx="14.5" cy="15" r="1.5" />
    </>
  ),
  sun: (
    <>
      <circle cx="10" cy="10" r="3.5" />
      <path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4" />
    </>
  ),
  moon: <path d="M16 12A6.8 6.8 0 0 1 8 4a6.8 6.8 0 1 0 8 8z" />,
};

export type IconName = keyof typeof shapes;

/** Decorative: the words beside it, or the control's label, say what it means. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {shapes[name]}
  </svg>
);
