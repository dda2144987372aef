"""Views: what a person sees of readings, in a terminal and on a page; nothing here reads or stores."""
