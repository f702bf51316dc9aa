"""From rows to drafts of things, and to wishes that say what needs what."""
