"""Small diagrams as other tools write them, for tests. All drawn for this purpose."""

import base64
import zlib

DRAWN = """<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="f" value="Siège" style="swimlane;html=1" vertex="1" parent="1"/>
<mxCell id="a" value="&lt;b&gt;Facturation&lt;/b&gt;&lt;br&gt;clients" style="rounded=1"
 vertex="1" parent="f"/>
<mxCell id="b" value="Base clients" style="shape=cylinder3;whiteSpace=wrap" vertex="1" parent="f"/>
<object label="Bpost" id="c" owner="Anne" version="2"><mxCell style="ellipse" vertex="1"
 parent="1"/></object>
<mxCell id="n" value="Vu le 3 mars" style="text;html=1" vertex="1" parent="1"/>
<mxCell id="q" value="" style="rounded=0" vertex="1" parent="1"/>
<mxCell id="e1" value="" style="endArrow=classic" edge="1" source="a" target="b" parent="1"/>
<mxCell id="e2" value="" style="endArrow=none;startArrow=block" edge="1" source="c" target="a"
 parent="1"/>
<mxCell id="e3" edge="1" source="a" parent="1"/>
<mxCell id="e4" edge="1" source="a" target="a" parent="1"/>
<mxCell id="l" value="lit" style="edgeLabel" vertex="1" parent="e1"/>
</root></mxGraphModel>"""


def drawio(*, packed: bool = False) -> bytes:
    """Return a draw.io file of one page with a frame, notes, and arrows of several sorts."""
    page = DRAWN
    if packed:
        deflating = zlib.compressobj(wbits=-15)
        quoted = "".join(f"%{byte:02X}" for byte in DRAWN.encode("utf-8"))
        data = deflating.compress(quoted.encode("ascii")) + deflating.flush()
        page = base64.b64encode(data).decode("ascii")
    return f'<mxfile host="x"><diagram name="Page-1">{page}</diagram></mxfile>'.encode()


YED = b"""<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="node" attr.name="fournisseur"
 attr.type="string"/><key id="d2" for="node" attr.name="criticality" attr.type="int"/>
<graph id="G" edgedefault="directed">
<node id="n0"><data key="d0"><y:ShapeNode><y:NodeLabel>ERP</y:NodeLabel><y:Shape type="rectangle"/>
</y:ShapeNode></data><data key="d1">Odoo SA</data><data key="d2">5</data></node>
<node id="n1"><data key="d0"><y:ShapeNode><y:NodeLabel>Serveur NAS</y:NodeLabel>
</y:ShapeNode></data><data key="d2">99</data></node>
<node id="n2"><data key="d0"><y:ShapeNode><y:NodeLabel>ERP</y:NodeLabel></y:ShapeNode></data></node>
<edge id="e0" source="n0" target="n1"/><edge id="e1" source="n0" target="n1"/>
<edge id="e2" source="n0" target="gone"/>
</graph></graphml>"""

EXCHANGE = b"""<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m"><name>M</name>
<elements>
<element identifier="p" xsi:type="BusinessProcess"><name xml:lang="fr">Facturation</name>
<documentation>Chaque semaine</documentation></element>
<element identifier="s" xsi:type="ApplicationService"><name>Compta</name><properties>
<property propertyDefinitionRef="x1"><value xml:lang="fr">Anne</value></property></properties>
</element><element identifier="c" xsi:type="ApplicationComponent"><name>Compta</name></element>
<element identifier="g" xsi:type="Grouping"><name>Bloc</name></element>
</elements><relationships>
<relationship identifier="r1" source="s" target="p" xsi:type="Serving"/>
<relationship identifier="r2" source="c" target="s" xsi:type="Realization"/>
<relationship identifier="r3" source="c" target="p" xsi:type="Association"/>
</relationships><propertyDefinitions><propertyDefinition identifier="x1" type="string">
<name>owner</name></propertyDefinition></propertyDefinitions></model>"""

ARCHI = b"""<archimate:model xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:archimate="http://www.archimatetool.com/archimate" name="M" id="m" version="4.9.0">
<folder name="Application" id="f1" type="application">
<element xsi:type="archimate:ApplicationComponent" name="Compta" id="c"><property key="owner"
 value="Anne"/></element>
<element xsi:type="archimate:Node" name="Serveur" id="n"/></folder>
<folder name="Relations" id="f2" type="relations">
<element xsi:type="archimate:ServingRelationship" id="r" source="n" target="c"/></folder>
<folder name="Views" id="f3" type="diagrams">
<element xsi:type="archimate:ArchimateDiagramModel" name="Vue" id="v"><child
 xsi:type="archimate:DiagramObject" id="o" archimateElement="c"/></element></folder>
</archimate:model>"""

GEPHI = b"""<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">
<attributes class="node"><attribute id="0" title="type" type="string"/></attributes>
<nodes><node id="1" label="Switch"><attvalues><attvalue for="0" value="network"/></attvalues>
</node><node id="2" label="CRM"/></nodes><edges><edge id="0" source="2" target="1"/></edges></graph>
</gexf>"""

DOT = """// drawn by hand
strict digraph "carte" {
  node [shape=box, kind=application]; rankdir = LR
  subgraph cluster_0 { label = "Salle";
    nas [label="Le \\"NAS\\"\\nprincipal", kind=infrastructure]; }
  erp:f0 -> { nas crm } [label=uses];
  erp -> "boutique en ligne" -> crm
  crm [label=<<b>CRM</b> ventes>];
}
"""
