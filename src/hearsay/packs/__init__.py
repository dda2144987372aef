"""What hearsay knows of languages and newsrooms, as data: schema, compiler, checker, identification, entities."""
