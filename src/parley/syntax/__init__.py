"""Questions asked of a parsed sentence, shared by reading and claims: subjects, objects, agents, clauses.

Works on spaCy tokens but never imports or loads spaCy.
"""
