"""Words that head a column or name a sort of thing, in four languages, and what they mean."""
